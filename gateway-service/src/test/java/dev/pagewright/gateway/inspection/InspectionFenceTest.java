package dev.pagewright.gateway.inspection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.pagewright.fence.FencedProcess;
import dev.pagewright.fence.testing.Grounds;
import dev.pagewright.fence.testing.Intruder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An inspection process that a file has taken over, and what lies about in the gateway's folders. */
class InspectionFenceTest {

    @TempDir
    private Path directory;

    @BeforeEach
    void fenced() {
        assumeThat(TestInspector.fenced()).isTrue();
    }

    @Test
    void a_process_that_is_taken_over_reaches_nothing() throws IOException, InterruptedException {
        ChildStart start = TestInspector.start(directory);
        try (Showcase showcase = Showcase.open(directory);
                Grounds grounds = Grounds.in(directory.resolve("others"))) {
            List<String> command = new ArrayList<>(ChildCommand.of(64, Intruder.class.getName()));
            command.addAll(grounds.arguments());

            FencedProcess process = start.launch(showcase, command);

            String said = new String(process.output().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.exitCode()).isZero();
            assertThat(said).contains("READ=", "SIGNAL=");
            assertThat(Grounds.breaches(said))
                    .filteredOn(breach -> breach.closedBy(1))
                    .isEmpty();
        }
    }

    @Test
    void what_is_shown_is_read_and_not_touched() throws IOException, InterruptedException {
        Path file = java.nio.file.Files.writeString(directory.resolve("upload"), Grounds.SECRET);
        try (Showcase showcase = Showcase.open(directory)) {
            Path shown = showcase.show(file);
            List<String> command = new ArrayList<>(ChildCommand.of(64, ShownFile.class.getName()));
            command.add(shown.toString());

            FencedProcess process = TestInspector.start(directory).launch(showcase, command);

            assertThat(new String(process.output().readAllBytes(), StandardCharsets.UTF_8))
                    .isEqualTo("read, not touched");
            assertThat(process.exitCode()).isZero();
        }
        assertThat(file).hasContent(Grounds.SECRET);
        assertThat(directory)
                .isDirectoryNotContaining(each -> each.getFileName().toString().startsWith("inspection"));
    }

    @Test
    void nothing_is_left_of_files_that_were_looked_at() throws IOException {
        Path file = java.nio.file.Files.write(directory.resolve("upload"), dev.pagewright.gateway.testing.Files.pdf(1));
        Inspector inspector = TestInspector.in(directory, new TestSettings());
        Path incoming = directory.resolve("blobs/incoming");
        try {
            inspector.inspect(file, null);

            try (var showcases = java.nio.file.Files.list(incoming)) {
                assertThat(showcases).hasSize(1).allSatisfy(each -> assertThat(each)
                        .isEmptyDirectory());
            }
        } finally {
            inspector.close();
        }
        assertThat(incoming).isEmptyDirectory();
    }
}
