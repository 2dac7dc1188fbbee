package dev.pagewright.export.markup;

import dev.pagewright.document.text.CleanText;

/** Text that XML 1.0 can hold (production 2, {@code Char}) and every reader takes. */
public final class XmlText {

    private static final char REPLACEMENT = '\uFFFD';

    private XmlText() {}

    /** NFC, newlines as {@code \n}; control characters become blanks, what XML forbids U+FFFD. */
    public static String of(String text) {
        return CleanText.of(text).replace('\uFFFE', REPLACEMENT).replace('\uFFFF', REPLACEMENT);
    }

    /** The text as it may stand between tags and in a quoted attribute. */
    public static String escaped(String text) {
        String clean = of(text);
        var out = new StringBuilder(clean.length() + 16);
        for (int i = 0; i < clean.length(); i++) {
            char c = clean.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> out.append(c);
            }
        }
        return out.toString();
    }
}
