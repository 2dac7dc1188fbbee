package dev.pagewright.worker.ocr.tesseract;

import java.util.Map;

/**
 * Spelling of what looks the same with and without an invisible joiner. Tesseract's data writes Malayalam's chillu
 * letters as before Unicode 5.1 and ends words of several Indic scripts with a joiner that shows nothing; neither is
 * how people type, so that a search would miss the word.
 */
final class Joiners {

    private static final char NON_JOINER = '\u200C';

    private static final Map<String, String> CHILLU = Map.of(
            "\u0D23\u0D4D\u200D", "\u0D7A",
            "\u0D28\u0D4D\u200D", "\u0D7B",
            "\u0D30\u0D4D\u200D", "\u0D7C",
            "\u0D32\u0D4D\u200D", "\u0D7D",
            "\u0D33\u0D4D\u200D", "\u0D7E");

    private Joiners() {}

    static String settled(String word) {
        String settled = word;
        if (word.indexOf('\u200D') >= 0) {
            for (var letter : CHILLU.entrySet()) {
                settled = settled.replace(letter.getKey(), letter.getValue());
            }
        }
        int end = settled.length();
        while (end > 0 && settled.charAt(end - 1) == NON_JOINER) {
            end--;
        }
        return settled.substring(0, end);
    }
}
