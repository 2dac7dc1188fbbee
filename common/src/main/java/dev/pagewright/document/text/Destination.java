package dev.pagewright.document.text;

import dev.pagewright.document.LinkTarget;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Where a link leads, as it may stand in a Markdown document. */
public final class Destination {

    private static final String BARE = "-._~:/?#@!*+,;=%&'";

    private Destination() {}

    /** Whether the URI leads to the web or a mailbox, and does not run anything. */
    public static boolean safe(String uri) {
        return LinkTarget.of(uri).isPresent();
    }

    /** The URI with each character that could end the link percent-encoded. */
    static String of(String uri) {
        var out = new StringBuilder(uri.length());
        for (byte b : WellFormed.of(uri).getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xFF);
            boolean bare = c < 128 && (Character.isLetterOrDigit(c) || BARE.indexOf(c) >= 0);
            if (c == '&') {
                out.append("&amp;"); // else "&copy;" in a query would be an entity
            } else if (bare) {
                out.append(c);
            } else {
                out.append('%').append(String.format(Locale.ROOT, "%02X", (int) c));
            }
        }
        return out.toString();
    }
}
