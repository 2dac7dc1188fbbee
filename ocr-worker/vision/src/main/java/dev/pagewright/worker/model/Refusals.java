package dev.pagewright.worker.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/**
 * Answers in which a model speaks of itself instead of doing what it was asked ("I'm sorry, but as an assistant ..."):
 * by their first words and what follows soon after, in the languages of a table. Thread-safe.
 */
public final class Refusals {

    private static final String TABLE = "refusals.tsv";
    /** Letters within which a refusal has said what it is about. */
    private static final int SOON = 240;

    private record Phrases(List<String> beginnings, List<String> topics) {}

    private static final List<Phrases> ALL = table();

    private Refusals() {}

    /** Whether a text is such an answer, in any of the languages. */
    public static boolean refuses(String answer) {
        String start = plain(answer);
        for (Phrases phrases : ALL) {
            for (String beginning : phrases.beginnings()) {
                if (start.startsWith(beginning) && phrases.topics().stream().anyMatch(start::contains)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static String plain(String answer) {
        String lower = answer.replaceFirst("^[^\\p{L}]+", "")
                .toLowerCase(Locale.ROOT)
                .replace('\u2019', '\'')
                .replace('\u02BC', '\'')
                .replaceAll("\\s+", " ");
        return lower.substring(0, Math.min(SOON, lower.length()));
    }

    private static List<Phrases> table() {
        try (InputStream stream = Refusals.class.getResourceAsStream(TABLE)) {
            if (stream == null) {
                throw new IllegalStateException("the class path lacks " + TABLE);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .map(line -> line.split("\t", 3))
                    .map(fields ->
                            new Phrases(List.of(fields[1].split("\\|", -1)), List.of(fields[2].split("\\|", -1))))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
