package dev.pagewright.field;

/** Digits of any script as those of ASCII. */
final class Figures {

    private Figures() {}

    /** The text with its digits in ASCII, all else and its length as they are. */
    static String ascii(String text) {
        var ascii = new StringBuilder(text);
        for (int i = 0; i < text.length(); i++) {
            if (Character.isDigit(text.charAt(i))) {
                ascii.setCharAt(i, Character.forDigit(Character.digit(text.charAt(i), 10), 10));
            }
        }
        return ascii.toString();
    }

    /** The digits of a text alone, in ASCII. */
    static String digits(String text) {
        return ascii(text).replaceAll("[^0-9]", "");
    }
}
