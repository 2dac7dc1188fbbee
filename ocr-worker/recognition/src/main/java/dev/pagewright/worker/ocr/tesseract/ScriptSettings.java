package dev.pagewright.worker.ocr.tesseract;

import dev.pagewright.language.Language;
import dev.pagewright.language.Languages;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Tesseract's variables for what is peculiar to a script. */
final class ScriptSettings {

    /**
     * Their letters hang from a line that joins them to one shape a word. Of a short row Tesseract then sees a few wide
     * shapes among more dots and vowel signs, takes it for a row of dirt and throws it away before it is read.
     */
    private static final Set<String> HEADLINE = Set.of("Beng", "Deva", "Guru");

    /** Words that the dictionary tells apart do not stand apart on the page; most of the data say so, not all. */
    private static final Set<String> DENSE =
            Set.of("Hans", "Hant", "Jpan", "Kore", "Thai", "Laoo", "Khmr", "Mymr", "Tibt");

    private static final Set<String> RIGHT_TO_LEFT = Set.of("Arab", "Hebr", "Syrc", "Thaa");

    private ScriptSettings() {}

    /** @param data Tesseract's names, joined by {@code +} */
    static Map<String, String> of(String data) {
        Set<String> scripts = scripts(data);
        Map<String, String> settings = new TreeMap<>();
        if (scripts.stream().anyMatch(HEADLINE::contains)) {
            settings.put("textord_noise_rejrows", "0");
        }
        if (scripts.stream().anyMatch(DENSE::contains)) {
            settings.put("preserve_interword_spaces", "1");
        }
        return settings;
    }

    /** Whether words stand in each line as they are read: what was read with the data runs from left to right. */
    static boolean leftToRight(String data) {
        return scripts(data).stream().noneMatch(RIGHT_TO_LEFT::contains);
    }

    /** Whether the data's words may stand without a blank between them. */
    static boolean dense(String data) {
        return scripts(data).stream().anyMatch(DENSE::contains);
    }

    private static Set<String> scripts(String data) {
        return Arrays.stream(data.split("\\+", -1))
                .map(Languages::ofData)
                .flatMap(Optional::stream)
                .map(Language::script)
                .collect(Collectors.toSet());
    }
}
