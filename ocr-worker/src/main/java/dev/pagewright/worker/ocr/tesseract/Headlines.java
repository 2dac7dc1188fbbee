package dev.pagewright.worker.ocr.tesseract;

import dev.pagewright.language.Language;
import dev.pagewright.language.Languages;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/**
 * Scripts whose letters hang from a line that joins them to one shape a word. Of a short row Tesseract then sees a few
 * wide shapes among more dots and vowel signs, takes it for a row of dirt and throws it away before it is read.
 */
final class Headlines {

    private static final Set<String> SCRIPTS = Set.of("Beng", "Deva", "Guru");

    private Headlines() {}

    /** @param data Tesseract's names, joined by {@code +} */
    static boolean in(String data) {
        return Arrays.stream(data.split("\\+", -1))
                .map(Languages::ofData)
                .flatMap(Optional::stream)
                .map(Language::script)
                .anyMatch(SCRIPTS::contains);
    }
}
