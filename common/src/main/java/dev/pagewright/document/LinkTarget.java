package dev.pagewright.document;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a link may lead: an absolute URI with the scheme {@code http}, {@code https} or {@code mailto}, spelt out. A
 * scheme that is encoded, or broken up by characters that browsers drop, is another one (URL Standard, 4.4).
 */
public final class LinkTarget {

    private static final int LONGEST = 2048;
    private static final Pattern SAFE =
            Pattern.compile("(?:[hH][tT][tT][pP][sS]?://[^/?#\\\\]|[mM][aA][iI][lL][tT][oO]:[^/]).*");

    private LinkTarget() {}

    /** The URI without blanks around it; empty where a link may not lead there. */
    public static Optional<String> of(@Nullable String uri) {
        if (uri == null) {
            return Optional.empty();
        }
        String bare = uri.strip();
        boolean visible = bare.codePoints().noneMatch(LinkTarget::unseen);
        return bare.length() <= LONGEST && visible && SAFE.matcher(bare).matches()
                ? Optional.of(bare)
                : Optional.empty();
    }

    /** Blanks, controls, and what has no shape of its own: joiners, direction marks. */
    private static boolean unseen(int letter) {
        return Character.isWhitespace(letter)
                || Character.isSpaceChar(letter)
                || Character.isISOControl(letter)
                || Character.getType(letter) == Character.FORMAT
                || Character.getType(letter) == Character.SURROGATE;
    }
}
