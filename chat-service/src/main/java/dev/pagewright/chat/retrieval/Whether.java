package dev.pagewright.chat.retrieval;

import dev.pagewright.chat.language.LanguageWords;
import dev.pagewright.chat.language.Opposites;
import dev.pagewright.chat.language.Plain;
import dev.pagewright.field.ValueType;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Tells questions that are answered by yes or no, and the words of one that need not stand in what answers. */
final class Whether {

    private static final Pattern FIGURE = Pattern.compile("\\p{Nd}");
    /** What is left between the words of a Chinese or Japanese question: endings, single letters. */
    private static final Pattern GRAMMAR = Pattern.compile("\\p{IsHiragana}+|\\p{IsHan}");

    private static final List<String> OTHERS = List.of("who", "when", "where", "figure", "duration", "reason");

    private Whether() {}

    /** Whether it is a question, if it is one, that is answered by yes or no. */
    static boolean asked(String text, Plain plain, LanguageWords language) {
        boolean verb = language.says(plain, "whether")
                || language.list("begins").stream()
                        .anyMatch(begin -> Plain.unparted(begin) ? plain.holds(begin) : plain.begins(begin));
        return (verb && OTHERS.stream().noneMatch(key -> language.says(plain, key)))
                || text.contains("吗")
                || text.contains("嗎");
    }

    /** Where a figure is compared, it and the words that compare it need not stand in what answers, nor what is only grammar. */
    static List<Question.Word> uncompared(List<Question.Word> words, String text, Plain plain, LanguageWords language) {
        List<String> comparing = Stream.of("above", "below")
                .flatMap(key -> language.list(key).stream())
                .filter(plain::holds)
                .toList();
        boolean amount = ValueType.AMOUNT.in(text);
        return words.stream()
                .map(word -> {
                    boolean figure = (amount || !comparing.isEmpty())
                            && FIGURE.matcher(word.raw()).lookingAt();
                    boolean compares = comparing.stream()
                                    .anyMatch(phrase -> Plain.of(phrase).holds(word.raw()))
                            || (word.concepts().isEmpty()
                                    && Opposites.of(language.language()).said(word.raw(), true).stream()
                                            .anyMatch(side -> side.scale().equals("range")));
                    boolean rest = GRAMMAR.matcher(word.raw()).matches()
                            && word.concepts().isEmpty();
                    return figure || compares || rest ? word.meaning(word.concepts(), true) : word;
                })
                .toList();
    }
}
