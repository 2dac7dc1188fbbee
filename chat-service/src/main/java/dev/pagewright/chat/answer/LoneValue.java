package dev.pagewright.chat.answer;

import dev.pagewright.chat.retrieval.DocumentIndex;
import dev.pagewright.chat.retrieval.Question;
import dev.pagewright.field.ValueType;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The kinds of values that a question asks for of which a document of one page has one value only: who asks for a time of a letter that names
 * one hardly asks for another, in words that nobody knows. Of two pages that is not so sure.
 */
final class LoneValue {

    /** Told surely by their form. */
    private static final Set<ValueType> KINDS = EnumSet.of(
            ValueType.AMOUNT, ValueType.PERCENT, ValueType.DATE, ValueType.TIME, ValueType.EMAIL, ValueType.IBAN);

    private static final Pattern PUNCTUATION = Pattern.compile("^[.,]+|[.,]+$");

    private final Set<ValueType> kinds = EnumSet.noneOf(ValueType.class);

    LoneValue(DocumentIndex index, Question question) {
        if (index.pageCount() == 1) {
            question.wants().stream()
                    .filter(KINDS::contains)
                    .filter(kind -> values(index, kind).size() == 1)
                    .forEach(kinds::add);
        }
    }

    private static Set<String> values(DocumentIndex index, ValueType kind) {
        Set<String> values = new HashSet<>();
        index.pages().forEach(text -> kind.pattern()
                .matcher(text)
                .results()
                .map(match -> whole(text, match))
                .forEach(values::add));
        return values;
    }

    /** The match with the rest of its figure: a pattern may hold but the last digit of a share, or the first of an amount. */
    private static String whole(String text, MatchResult match) {
        int start = match.start();
        int end = match.end();
        while (start > 0 && figure(text.charAt(start - 1))) {
            start--;
        }
        while (end < text.length() && figure(text.charAt(end))) {
            end++;
        }
        return PUNCTUATION.matcher(text.substring(start, end)).replaceAll("");
    }

    private static boolean figure(char c) {
        return Character.isDigit(c) || c == '.' || c == ',';
    }

    /** Whether it is the one value of a kind that is asked for. */
    boolean in(String value) {
        return kinds.stream().anyMatch(kind -> kind.in(value));
    }
}
