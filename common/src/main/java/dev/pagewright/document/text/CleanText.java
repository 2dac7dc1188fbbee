package dev.pagewright.document.text;

import java.text.Normalizer;

/** Text of a page as every rendering shows it: well-formed, NFC, newlines as {@code \n}, no other control characters. */
public final class CleanText {

    private CleanText() {}

    /** Several lines stay several; tabs stay, for code and table rows. */
    public static String of(String text) {
        String whole = Normalizer.normalize(WellFormed.of(text), Normalizer.Form.NFC)
                .replace("\r\n", "\n")
                .replace('\r', '\n');
        var clean = new StringBuilder(whole.length());
        for (int i = 0; i < whole.length(); i++) {
            char c = whole.charAt(i);
            clean.append(Character.isISOControl(c) && c != '\n' && c != '\t' ? ' ' : c);
        }
        return clean.toString();
    }

    /** Lines without white space at their ends, blank ones dropped. */
    public static String lines(String text) {
        var kept = new StringBuilder(text.length());
        for (String line : of(text).split("\n", -1)) {
            String bare = strip(line.replace('\t', ' '));
            if (!bare.isEmpty()) {
                kept.append(kept.isEmpty() ? "" : "\n").append(bare);
            }
        }
        return kept.toString();
    }

    public static String oneLine(String text) {
        return lines(text).replace('\n', ' ');
    }

    /** Also without no-break spaces at the ends, which Markdown takes for white space. */
    private static String strip(String line) {
        int from = 0;
        int to = line.length();
        while (from < to && blank(line.charAt(from))) {
            from++;
        }
        while (to > from && blank(line.charAt(to - 1))) {
            to--;
        }
        return line.substring(from, to);
    }

    private static boolean blank(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }
}
