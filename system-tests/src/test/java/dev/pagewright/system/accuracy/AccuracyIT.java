package dev.pagewright.system.accuracy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pagewright.system.client.Client;
import dev.pagewright.system.launch.LaunchedSystem;
import dev.pagewright.system.launch.SystemExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Reads a corpus through the running system and holds the result against the last figures that were written down. */
@Tag("accuracy")
@ExtendWith(SystemExtension.class)
class AccuracyIT {

    /** A mean may be worse by this much: engines differ a little from machine to machine. */
    private static final double TOLERANCE = 0.01;

    private static final Pattern FIGURES = Pattern.compile("\\| (\\w+) \\| \\d+ \\| ([\\d.]+|-) \\| ([\\d.]+) \\|");

    private final Client client;

    AccuracyIT(LaunchedSystem system) throws IOException, InterruptedException {
        client = system.client();
    }

    /** Of one kind; rates of the ordered truths alone. */
    private record Scores(List<Double> rates, List<Double> words) {
        Scores() {
            this(new ArrayList<>(), new ArrayList<>());
        }

        String row(String kind) {
            return "| %s | %d | %s | %s |"
                    .formatted(kind, words.size(), rates.isEmpty() ? "-" : number(mean(rates)), number(mean(words)));
        }
    }

    @Test
    void noKindIsReadWorseThanItWas() throws Exception {
        String corpus = System.getenv("PAGEWRIGHT_CORPUS");
        assumeTrue(corpus != null, "no corpus is named: ./pagewright test --accuracy CORPUS");
        Map<String, Scores> kinds = new TreeMap<>();
        for (CorpusItem item : CorpusItem.of(Path.of(corpus))) {
            String text = read(item.file());
            Scores scores = kinds.computeIfAbsent(item.kind(), kind -> new Scores());
            scores.words().add(TextScore.wordsF1(item.truth(), text));
            if (item.ordered()) {
                scores.rates().add(TextScore.characterErrorRate(item.truth(), text));
            }
        }
        print("| kind | documents | character error rate | words F1 |");
        print("|---|---|---|---|");
        kinds.forEach((kind, scores) -> print(scores.row(kind)));

        Matcher before = FIGURES.matcher(Files.readString(LaunchedSystem.root().resolve("docs/accuracy.md")));
        while (before.find()) {
            Scores now = kinds.get(before.group(1));
            if (now == null) {
                continue;
            }
            assertThat(mean(now.words()))
                    .as("words of " + before.group(1))
                    .isGreaterThanOrEqualTo(Double.parseDouble(before.group(3)) - TOLERANCE);
            if (!before.group(2).equals("-")) {
                assertThat(mean(now.rates()))
                        .as("character error rate of " + before.group(1))
                        .isLessThanOrEqualTo(Double.parseDouble(before.group(2)) + TOLERANCE);
            }
        }
    }

    /** A document that is refused or not read has no text, which counts as the worst. */
    private String read(Path file) throws IOException, InterruptedException {
        JsonNode job = client.submit(file.getFileName().toString(), Files.readAllBytes(file), Map.of())
                .json();
        String uuid = job.path("uuid").asText();
        return uuid.isEmpty() ? "" : client.ended(uuid).path("text").asText("");
    }

    private static double mean(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }

    @SuppressWarnings("SystemOut") // the table is what the command is for
    private static void print(String line) {
        System.out.println(line);
    }
}
