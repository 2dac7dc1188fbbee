package dev.pagewright.standalone.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class HelpTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter errors = new StringWriter();

    /** Every command that there is, also those below another. */
    static Stream<List<String>> commands() {
        List<List<String>> all = new ArrayList<>();
        collect(Pagewright.commandLine(), List.of(), all);
        return all.stream();
    }

    private static void collect(CommandLine line, List<String> words, List<List<String>> all) {
        all.add(words);
        line.getSubcommands().forEach((name, below) -> {
            List<String> longer = new ArrayList<>(words);
            longer.add(name);
            collect(below, longer, all);
        });
    }

    @ParameterizedTest
    @MethodSource("commands")
    void every_command_tells_its_help(List<String> command) {
        for (String option : List.of("--help", "-h")) {
            List<String> words = new ArrayList<>(command);
            words.add(option);

            assertThat(run(words)).isZero();
            assertThat(out.toString()).contains("Usage: " + String.join(" ", prefixed(command)));
            assertThat(errors.toString()).isEmpty();
        }
    }

    @Test
    void the_help_lists_every_command_and_the_tests_too() {
        run(List.of("--help"));

        assertThat(out.toString())
                .contains("ocr ", "up ", "down ", "status ", "logs ", "languages ", "models ", "test ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nothing", "ocr", "ocr --formatt md a.pdf", "up --port many", "up --port", "--nothing"})
    void what_is_not_understood_is_one_line_that_says_where_help_is(String words) {
        assertThat(run(words.isEmpty() ? List.of() : List.of(words.split(" ")))).isEqualTo(2);
        assertThat(errors.toString().strip())
                .startsWith("pagewright: ")
                .contains("--help")
                .doesNotContain("\n", "Exception");
    }

    private int run(List<String> words) {
        return Pagewright.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(errors, true))
                .execute(words.toArray(String[]::new));
    }

    private static List<String> prefixed(List<String> command) {
        List<String> all = new ArrayList<>(List.of("pagewright"));
        all.addAll(command);
        return all;
    }
}
