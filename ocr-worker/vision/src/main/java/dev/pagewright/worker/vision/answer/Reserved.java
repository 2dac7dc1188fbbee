package dev.pagewright.worker.vision.answer;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What Markdown would take apart, set aside before it is parsed: formulae and HTML tables. A stretch is replaced by a
 * mark of private-use characters, which the answer itself may not contain.
 */
final class Reserved {

    private static final char OPEN = '\uE000';
    private static final char CLOSE = '\uE001';
    private static final Pattern MARK = Pattern.compile(OPEN + "(\\d{1,6})" + CLOSE);

    private static final Pattern TABLE = Pattern.compile("(?is)<table\\b.*?(?:</table\\s*>|\\z)");
    private static final Pattern DISPLAY = Pattern.compile("(?s)\\$\\$(.{1,4000}?)\\$\\$|\\\\\\[(.{1,4000}?)\\\\\\]");
    private static final Pattern INLINE = Pattern.compile(
            "\\\\\\((.{1,1000}?)\\\\\\)|(?<![\\\\$\\w])\\$(?=\\S)([^$\\n]{1,300}?)(?<=\\S)\\$(?![\\d$])");
    private static final Pattern MATHEMATICAL = Pattern.compile("[\\\\^_{=<>+]|^[A-Za-z]$");

    /** A stretch that was set aside. */
    sealed interface Stretch {
        String text();

        record Html(String text) implements Stretch {}

        record Display(String text) implements Stretch {}

        /** @param text with its delimiters */
        record Inline(String text) implements Stretch {}
    }

    private final List<Stretch> stretches = new ArrayList<>();
    private final String markdown;

    private Reserved(String answer) {
        String text = answer.replace(OPEN, ' ').replace(CLOSE, ' ');
        text = replace(text, TABLE, true);
        text = replace(text, DISPLAY, true);
        markdown = replace(text, INLINE, false);
    }

    static Reserved of(String answer) {
        return new Reserved(answer);
    }

    String markdown() {
        return markdown;
    }

    private String replace(String text, Pattern pattern, boolean block) {
        var out = new StringBuilder();
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            Stretch stretch = stretch(matcher, pattern);
            if (stretch == null) {
                matcher.appendReplacement(out, Matcher.quoteReplacement(matcher.group()));
                continue;
            }
            String mark = OPEN + Integer.toString(stretches.size()) + CLOSE;
            stretches.add(stretch);
            matcher.appendReplacement(out, block ? "\n\n" + mark + "\n\n" : mark);
        }
        return matcher.appendTail(out).toString();
    }

    private static @Nullable Stretch stretch(Matcher found, Pattern pattern) {
        if (pattern == TABLE) {
            return new Stretch.Html(found.group());
        }
        String inside = found.group(1) != null ? found.group(1) : found.group(2);
        if (pattern == DISPLAY) {
            return new Stretch.Display(inside.strip());
        }
        // two amounts of money in one line are no formula
        return found.group(1) != null || MATHEMATICAL.matcher(inside).find()
                ? new Stretch.Inline("$" + inside.strip() + "$")
                : null;
    }

    /** The stretch that the text is the mark of, null where it is other text. */
    @Nullable Stretch whole(String text) {
        Matcher matcher = MARK.matcher(text.strip());
        return matcher.matches() ? stretch(matcher) : null;
    }

    /** The text with everything back in its place. */
    String restored(String text) {
        return MARK.matcher(text).replaceAll(found -> {
            Stretch stretch = stretch(found);
            return Matcher.quoteReplacement(stretch == null ? "" : stretch.text());
        });
    }

    private @Nullable Stretch stretch(MatchResult mark) {
        int index = Integer.parseInt(mark.group(1));
        return index < stretches.size() ? stretches.get(index) : null;
    }
}
