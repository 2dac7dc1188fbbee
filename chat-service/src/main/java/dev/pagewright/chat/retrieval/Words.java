package dev.pagewright.chat.retrieval;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Word lists beside this class: a line each, {@code #} begins a comment. */
final class Words {

    private Words() {}

    /** @return none where there is no such list */
    static List<String> lines(String name) {
        try (InputStream list = Words.class.getResourceAsStream("/retrieval/" + name)) {
            if (list == null) {
                return List.of();
            }
            var reader = new BufferedReader(new InputStreamReader(list, StandardCharsets.UTF_8));
            return reader.lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
