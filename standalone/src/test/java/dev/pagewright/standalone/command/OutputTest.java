package dev.pagewright.standalone.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pagewright.standalone.system.CannotStartException;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputTest {

    @TempDir
    private Path directory;

    @Test
    void markdown_goes_to_standard_output_where_nothing_is_said() throws IOException {
        Output output = Output.of(null, null, 1);

        assertThat(output.format()).isEqualTo("md");
        assertThat(output.target()).isNull();
    }

    @Test
    void the_ending_of_the_target_tells_the_format() throws IOException {
        assertThat(Output.of(null, directory.resolve("a.docx"), 1).format()).isEqualTo("docx");
        assertThat(Output.of("txt", directory.resolve("a.docx"), 1).format()).isEqualTo("txt");
        assertThat(Output.of(null, directory.resolve("a.out"), 1).format()).isEqualTo("md");
    }

    @Test
    void several_files_go_to_a_folder_that_is_made() throws IOException {
        Output output = Output.of("pdf", directory.resolve("results"), 2);

        assertThat(output.folder()).isTrue();
        assertThat(directory.resolve("results")).isDirectory();
    }

    @Test
    void an_unknown_format_is_refused_with_those_that_there_are() {
        assertThatThrownBy(() -> Output.of("doc", null, 1))
                .isInstanceOf(CannotStartException.class)
                .hasMessageContaining("docx");
    }
}
