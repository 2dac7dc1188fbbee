package dev.pagewright.chat.model;

import dev.pagewright.chat.model.check.PlainAnswer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a model's answer claims, statement by statement, without mark-up: its text and the passages that it names.
 */
record Claims(List<Statement> statements) {

    /**
     * @param text without the names of passages
     * @param passages 1-based, in order, as named; those that there are not too
     */
    record Statement(String text, List<Integer> passages) {}

    private static final String NUMBERS = "\\p{Nd}{1,3}(?:\\s*[,;、&]\\s*\\p{Nd}{1,3})*";
    /** Passages as models name them: [2], [1, 4], 【2】, [Passage 2], (passages 1, 4). A bare (2) may be a loss. */
    private static final String NAMES =
            "\\s*(?:[\\[【](?i:passages?\\s*)?" + NUMBERS + "[\\]】]|\\((?i:passages?)\\s*" + NUMBERS + "\\))";

    private static final Pattern NAMED = Pattern.compile(NAMES);
    private static final Pattern NUMBER = Pattern.compile("\\p{Nd}+");
    private static final Pattern STATEMENT =
            Pattern.compile("(?s)(.+?)((?:[.!?。！？؟]?(?:" + NAMES + ")+[.!?。！？؟]?)|\\n+|$)");

    Claims {
        statements = List.copyOf(statements);
    }

    /** Cuts an answer at the passages that it names and at line breaks. A statement that names none claims nothing. */
    static Claims of(String answer) {
        List<Statement> statements = new ArrayList<>();
        Matcher statement = STATEMENT.matcher(PlainAnswer.of(answer));
        while (statement.find()) {
            String whole = statement.group();
            List<Integer> passages = NAMED.matcher(whole)
                    .results()
                    .flatMap(match -> NUMBER.matcher(match.group()).results())
                    .map(match -> Integer.parseInt(match.group()))
                    .distinct()
                    .toList();
            String text = NAMED.matcher(whole).replaceAll("").strip();
            if (text.codePoints().anyMatch(Character::isLetterOrDigit)) {
                statements.add(new Statement(text, passages));
            }
        }
        return new Claims(statements);
    }
}
