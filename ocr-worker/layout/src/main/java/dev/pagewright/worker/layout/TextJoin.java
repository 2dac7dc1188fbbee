package dev.pagewright.worker.layout;

import dev.pagewright.document.Word;
import dev.pagewright.worker.page.Scripts;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Joins words to lines and lines to paragraphs, as their script wants it. */
final class TextJoin {

    /** First parts of English compounds that keep their hyphen at a line's end. */
    private static final Set<String> COMPOUND = Set.of(
            "self", "well", "non", "half", "cross", "quasi", "ex", "one", "two", "three", "four", "five", "high", "low",
            "state", "large", "small", "open", "full");

    private TextJoin() {}

    static String words(List<Word> words) {
        var text = new StringBuilder();
        for (Word word : words) {
            append(text, word.text());
        }
        return text.toString();
    }

    /** Texts that stand side by side. */
    static String row(List<String> texts) {
        var text = new StringBuilder();
        texts.forEach(part -> append(text, part.strip()));
        return text.toString();
    }

    /** The stretch of a line's text that holds these words, which are neighbours in it. */
    static String stretch(String text, List<Word> all, List<Word> wanted) {
        int cursor = 0;
        int from = -1;
        int next = 0;
        for (Word word : all) {
            int at = text.indexOf(word.text(), cursor);
            if (at < 0) {
                break;
            }
            cursor = at + word.text().length();
            if (next < wanted.size() && word.equals(wanted.get(next))) {
                from = next == 0 ? at : from;
                next++;
                if (next == wanted.size()) {
                    return text.substring(from, cursor);
                }
            } else if (next > 0) {
                break; // other words stand between: the stretch is not theirs alone
            }
        }
        return words(wanted);
    }

    /** @param hyphenated words with a hyphen that stand within lines, lower case: evidence that a hyphen belongs */
    static String lines(List<String> lines, Set<String> hyphenated) {
        var text = new StringBuilder();
        for (String line : lines) {
            String bare = line.strip();
            if (!dehyphenated(text, bare, hyphenated)) {
                append(text, bare);
            }
        }
        return text.toString();
    }

    private static void append(StringBuilder text, String next) {
        if (next.isEmpty()) {
            return;
        }
        if (!text.isEmpty() && blankBetween(text, next)) {
            text.append(' ');
        }
        text.append(next);
    }

    private static boolean blankBetween(StringBuilder text, String next) {
        int last = text.codePointBefore(text.length());
        return !(Scripts.unspaced(last) && Scripts.unspaced(next.codePointAt(0)));
    }

    /** Appends the line to a word that was broken at the line's end; false where none was. */
    private static boolean dehyphenated(StringBuilder text, String line, Set<String> hyphenated) {
        int length = text.length();
        if (length < 2 || line.isEmpty() || !hyphen(text.charAt(length - 1))) {
            return false;
        }
        if (!Character.isLetter(text.charAt(length - 2)) || !Character.isLetterOrDigit(line.codePointAt(0))) {
            return false;
        }
        if (text.charAt(length - 1) == '\u00AD' || dropped(text, line, hyphenated)) {
            text.setLength(length - 1);
        }
        text.append(line);
        return true;
    }

    private static boolean dropped(StringBuilder text, String line, Set<String> hyphenated) {
        if (!Character.isLowerCase(line.codePointAt(0))) {
            return false;
        }
        int start = text.length() - 1;
        while (start > 0 && Character.isLetter(text.charAt(start - 1))) {
            start--;
        }
        boolean compoundBefore = start > 0 && hyphen(text.charAt(start - 1));
        String first = text.substring(start, text.length() - 1).toLowerCase(Locale.ROOT);
        int end = 0;
        while (end < line.length() && Character.isLetter(line.charAt(end))) {
            end++;
        }
        String second = line.substring(0, end).toLowerCase(Locale.ROOT);
        return !compoundBefore && !COMPOUND.contains(first) && !hyphenated.contains(first + "-" + second);
    }

    private static boolean hyphen(char c) {
        return c == '-' || c == '\u2010' || c == '\u00AD';
    }
}
