package dev.pagewright.chat.retrieval;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Understands a question that leaves out what was said before. */
public final class FollowUp {

    private static final Pattern MARKED = Pattern.compile(
            "^(?:and|or|but|what about|how about|also|then|same|und|oder|aber|auch|et|ou|mais|y|e|ed|那|那么|然后|و)(?:\\b|(?<=\\p{IsHan}))",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern POINTS_BACK = Pattern.compile(
            "\\b(?:it|that|those|this one|they|them|he|she|davon|dessen|deren|dafür|celui|celle|cela)\\b",
            Pattern.CASE_INSENSITIVE);
    /** "How does Intel protect its plants?" has in itself what it points to. */
    private static final Pattern POSSESSIVE = Pattern.compile("\\b(?:its|their|his|her)\\b", Pattern.CASE_INSENSITIVE);

    private static final int FEW = 3;

    /** What carried words count beside those of the question: "and services?" keeps what is asked of them. */
    private static final double MARKED_SHARE = 0.6;

    /** "How many employees does it have?" needs little more than what "it" is. */
    private static final double POINTED_SHARE = 0.3;

    private FollowUp() {}

    /** @param before the user's messages before this one, oldest first */
    public static Question resolve(String message, List<String> before, TextAnalysis analysis) {
        Question asked = Question.of(message, analysis);
        if (before.isEmpty() || !asked.quotation().isEmpty() || !leans(asked)) {
            return asked;
        }
        Question last = resolve(before.getLast(), before.subList(0, before.size() - 1), analysis);
        List<Question.Word> words = new ArrayList<>(asked.words());
        double share = content(asked) == 0 ? 1 : MARKED.matcher(asked.text()).find() ? MARKED_SHARE : POINTED_SHARE;
        last.words().stream()
                .filter(word -> !word.frame())
                .map(word -> word.carried(share))
                .forEach(words::add);
        Period period = asked.period().years().isEmpty() && asked.period().months() == 0
                ? last.period()
                : new Period(
                        asked.period().years().isEmpty()
                                ? last.period().years()
                                : asked.period().years(),
                        asked.period().months() == 0
                                ? last.period().months()
                                : asked.period().months(),
                        asked.period().latest());
        return new Question(
                asked.text(), words, period, asked.wants() == Question.Wants.TEXT ? last.wants() : asked.wants(), "");
    }

    private static boolean leans(Question asked) {
        long content = content(asked);
        return content == 0 || (content <= FEW && (MARKED.matcher(asked.text()).find() || pointsBack(asked)));
    }

    private static boolean pointsBack(Question asked) {
        return POINTS_BACK.matcher(asked.text()).find()
                || (POSSESSIVE.matcher(asked.text()).find()
                        && asked.words().stream().noneMatch(Question.Word::name));
    }

    /** Words that say what is asked about; a year alone does not. */
    private static long content(Question asked) {
        return asked.words().stream()
                .filter(word -> !word.frame() && word.tokens().stream().noneMatch(FollowUp::year))
                .count();
    }

    private static boolean year(String token) {
        return token.matches("(?:19|20)\\d\\d");
    }
}
