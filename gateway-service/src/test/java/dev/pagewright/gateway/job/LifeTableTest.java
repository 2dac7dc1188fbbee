package dev.pagewright.gateway.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The table of a job's life in the design note is the one that the code follows. */
class LifeTableTest {

    private static final Path NOTE = Path.of("..", "docs", "design", "0018-entities.md");

    @Test
    void the_note_has_the_table_of_the_enums() throws IOException {
        String note = Files.readString(NOTE);

        assertThat(note.substring(note.indexOf("<!-- life -->"), note.indexOf("<!-- /life -->")))
                .isEqualTo("<!-- life -->\n| what | is | may become |\n|---|---|---|\n" + table());
    }

    private static String table() {
        List<String> lines = new ArrayList<>();
        lines.addAll(lines("job", JobStatus.values(), JobStatus::next));
        lines.addAll(lines("phase", JobPhase.values(), JobPhase::next));
        lines.addAll(lines("page", PageStatus.values(), PageStatus::next));
        return String.join("", lines);
    }

    private static <E extends Enum<E>> List<String> lines(String what, E[] all, Function<E, Set<E>> next) {
        return Arrays.stream(all)
                .map(one -> "| %s | %s | %s |\n"
                        .formatted(
                                what,
                                name(one),
                                next.apply(one).stream()
                                        .sorted()
                                        .map(LifeTableTest::name)
                                        .collect(Collectors.joining(", "))))
                .toList();
    }

    private static String name(Enum<?> one) {
        return one.name().toLowerCase(Locale.ROOT);
    }
}
