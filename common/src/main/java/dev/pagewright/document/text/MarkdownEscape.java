package dev.pagewright.document.text;

import java.util.regex.Pattern;

/**
 * Escapes text so that GitHub Flavored Markdown (spec 0.29) shows it as it is: no emphasis, link, image, HTML, entity,
 * math, table, list, heading or rule comes of it. What cannot become mark-up where it stands stays bare, so that the
 * source reads well ({@code snake_case}, {@code $5}, {@code [12]}). Bare URLs stay what readers make of them.
 */
final class MarkdownEscape {

    private static final String ALWAYS = "`*~|";
    private static final Pattern ENTITY =
            Pattern.compile("&(#[0-9]{1,8}|#[xX][0-9a-fA-F]{1,8}|[A-Za-z][A-Za-z0-9]{1,40});");
    private static final Pattern NUMBERED = Pattern.compile("([0-9]{1,9})[.)](?=\\s|$)", Pattern.MULTILINE);
    private static final Pattern ATX = Pattern.compile("#{1,6}(?=\\s|$)", Pattern.MULTILINE);
    private static final Pattern BULLET = Pattern.compile("[-+](?=\\s|$)", Pattern.MULTILINE);
    private static final Pattern RULE = Pattern.compile("(-[ -]*|=+ *|:[ :-]*)$", Pattern.MULTILINE);
    private static final Pattern TASK = Pattern.compile("\\[[ xX]\\]");

    private final String text;
    private final boolean lineStarts;

    /**
     * @param text without control characters but newlines
     * @param lineStarts whether a line of it begins a line of the document, where lists, headings and rules begin
     */
    MarkdownEscape(String text, boolean lineStarts) {
        this.text = text;
        this.lineStarts = lineStarts;
    }

    /**
     * Appends a piece of the text.
     *
     * @param insideLink whether the piece is the text of a link
     * @param beforeLink whether a link follows the piece at once
     * @param continuation what a line after the first begins with
     */
    void append(StringBuilder out, int from, int to, boolean insideLink, boolean beforeLink, String continuation) {
        int guarded = from == 0 ? lineStart(0) : -1;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c == '\n') {
                out.append("  \n").append(continuation); // a hard break
                guarded = lineStart(i + 1);
                continue;
            }
            boolean edge = i == from || i == to - 1;
            boolean last = i == to - 1;
            if (i == guarded || special(i, c, edge, last, insideLink) || (c == '!' && last && beforeLink)) {
                out.append('\\');
            }
            out.append(c);
        }
    }

    private boolean special(int i, char c, boolean edge, boolean last, boolean insideLink) {
        return switch (c) {
            case '\\' -> last || punctuation(at(i + 1)) || at(i + 1) == '\n';
            case '_' -> edge || !Character.isLetterOrDigit(at(i - 1)) || !Character.isLetterOrDigit(at(i + 1));
            case '<' -> last || Character.isLetter(at(i + 1)) || "/!?".indexOf(at(i + 1)) >= 0;
            case '&' -> ENTITY.matcher(text).region(i, text.length()).lookingAt();
            case '[' -> insideLink;
            case ']' -> insideLink || "[:".indexOf(at(i + 1)) >= 0;
            case '(' -> at(i - 1) == ']';
            case '$' -> math(i);
            case '#' -> !lineStarts && text.substring(i).chars().allMatch(rest -> rest == '#');
            default -> ALWAYS.indexOf(c) >= 0;
        };
    }

    /** Whether a dollar could close a formula; without one that closes, none opens (the rule of pandoc and GitHub). */
    private boolean math(int i) {
        char before = at(i - 1);
        char after = at(i + 1);
        boolean closes = before != 0 && !Character.isWhitespace(before) && !digit(after);
        return closes || before == '$' || after == '$' || before == '`' || after == '`';
    }

    /** Place of the character that must be escaped for the line not to begin a block; -1 where none must. */
    private int lineStart(int start) {
        if (!lineStarts || start >= text.length()) {
            return -1;
        }
        if (text.charAt(start) == '>'
                || looking(ATX, start)
                || looking(BULLET, start)
                || looking(RULE, start)
                || looking(TASK, start)) {
            return start;
        }
        var numbered = NUMBERED.matcher(text).region(start, text.length());
        return numbered.lookingAt() ? numbered.end(1) : -1;
    }

    private boolean looking(Pattern pattern, int start) {
        return pattern.matcher(text).region(start, text.length()).lookingAt();
    }

    /** The character there, 0 outside the text. */
    private char at(int i) {
        return i >= 0 && i < text.length() ? text.charAt(i) : 0;
    }

    private static boolean digit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean punctuation(char c) {
        return c > ' ' && c < 127 && !Character.isLetterOrDigit(c);
    }
}
