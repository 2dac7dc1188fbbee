package dev.pagewright.gateway.http;

import dev.pagewright.error.ErrorCode;
import dev.pagewright.error.PageErrorCode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * What a code means, for people.
 *
 * @param status that it is answered with, or where it is met
 * @param remedy what to do
 */
record ProblemText(String code, String title, String status, String meaning, String remedy) {

    /** By code, those of answers first, then those of pages; every code has one. */
    static Map<String, ProblemText> all() {
        Map<String, String[]> lines = lines();
        Map<String, ProblemText> texts = new LinkedHashMap<>();
        for (ErrorCode code : ErrorCode.values()) {
            String status = "HTTP " + new Problem(code, "").status();
            texts.put(code.wireName(), text(code.wireName(), code.title(), status, lines));
        }
        for (PageErrorCode code : PageErrorCode.values()) {
            String title = code.wireName().replace('_', ' ');
            texts.put(code.wireName(), text(code.wireName(), title, "of a page, in its \"error\"", lines));
        }
        return texts;
    }

    private static ProblemText text(String code, String title, String status, Map<String, String[]> lines) {
        String[] line = Objects.requireNonNull(lines.get(code), () -> "problems.tsv lacks " + code);
        return new ProblemText(code, title, status, line[1], line[2]);
    }

    private static Map<String, String[]> lines() {
        Map<String, String[]> lines = new LinkedHashMap<>();
        try (InputStream table =
                Objects.requireNonNull(ProblemText.class.getResourceAsStream("/problems.tsv"), "problems.tsv")) {
            new String(table.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.split("\t", 3))
                    .forEach(line -> lines.put(line[0], line));
            return lines;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String html() {
        return "<p><code>%s</code> (%s)</p>\n<p>%s</p>\n<p><strong>What to do:</strong> %s</p>\n"
                .formatted(code, escaped(status), escaped(meaning), escaped(remedy));
    }

    String plain() {
        return "%s (%s)%n  %s%n  What to do: %s%n".formatted(code, status, meaning, remedy);
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
