package dev.pagewright.chat.passage;

import java.util.function.IntUnaryOperator;

/** Text with every run of white space, no-break spaces among it, folded to one blank, and none at its ends. */
public final class Folded {

    private Folded() {}

    public static String of(String text) {
        var folded = new StringBuilder(text.length());
        boolean gap = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (blank(c)) {
                gap = !folded.isEmpty();
            } else {
                if (gap) {
                    folded.append(' ');
                    gap = false;
                }
                folded.append(c);
            }
        }
        return folded.toString();
    }

    public static boolean blank(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    /** Only letters and digits, lower case: what stays the same when lines are joined and hyphens go. */
    public static String letters(String text) {
        IntUnaryOperator lower = Character::toLowerCase;
        return text.codePoints()
                .filter(Character::isLetterOrDigit)
                .map(lower)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
