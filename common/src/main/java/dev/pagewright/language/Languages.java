package dev.pagewright.language;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * All languages that can be read. Found by ISO 639-1, 639-2 (both forms) and 639-3 codes, with script or region where
 * that matters, by Tesseract's names and by the short names that other OCR services use ({@code ch}); upper and lower
 * case, {@code _} and {@code -} are the same.
 */
public final class Languages {

    private static final String TABLE = "languages.tsv";

    private static final List<Language> ALL = new ArrayList<>();
    private static final Map<String, Language> BY_SPELLING = new HashMap<>();
    private static final Map<String, Language> BY_DATA = new HashMap<>();

    static {
        table().lines()
                .filter(line -> !line.startsWith("#") && !line.isBlank())
                .forEach(line -> add(line.split("\t", -1)));
    }

    private Languages() {}

    /** In the order of the table: languages first, then scripts. */
    public static List<Language> all() {
        return List.copyOf(ALL);
    }

    public static Optional<Language> find(String spelling) {
        String key = key(spelling);
        Language exact = BY_SPELLING.get(key);
        if (exact != null) {
            return Optional.of(exact);
        }
        int region = key.indexOf('-'); // de-AT is read as de
        boolean regional = region > 0 && key.substring(region + 1).matches("[a-z]{2}|[0-9]{3}");
        return regional ? Optional.ofNullable(BY_SPELLING.get(key.substring(0, region))) : Optional.empty();
    }

    /** The language that Tesseract's data of this name reads, vertical forms included. */
    public static Optional<Language> ofData(String name) {
        String level = name.endsWith("_vert") ? name.substring(0, name.length() - "_vert".length()) : name;
        return Optional.ofNullable(BY_DATA.get(level));
    }

    private static String table() {
        try (InputStream stream = Languages.class.getResourceAsStream(TABLE)) {
            if (stream == null) {
                throw new IllegalStateException("the class path lacks " + TABLE);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void add(String[] fields) {
        var language = new Language(fields[0], fields[1], fields[2], fields[3]);
        ALL.add(language);
        BY_DATA.put(language.data(), language);
        BY_SPELLING.putIfAbsent(key(language.code()), language);
        BY_SPELLING.putIfAbsent(key(language.data()), language);
        for (String other : fields[4].split(" ", -1)) {
            if (!other.isEmpty()) {
                BY_SPELLING.putIfAbsent(key(other), language);
            }
        }
    }

    private static String key(String spelling) {
        return spelling.strip().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
