package dev.pagewright.chat.retrieval;

import dev.pagewright.chat.language.LanguageWords;
import dev.pagewright.chat.language.Plain;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The two questions that one message asks. */
public final class Parts {

    /** What the other part's words count in a part: enough to choose among facts that tell it as well. */
    private static final double OTHER = 0.3;

    private static final List<String> ASKING = List.of("when", "where", "figure", "duration", "who", "begins", "list");

    private Parts() {}

    /**
     * The parts before and after an "and" of the question's language, each with the other's words at a small share.
     *
     * @return none where the message asks one thing
     */
    public static List<Question> of(Question whole, TextAnalysis analysis) {
        if (!whole.quotation().isEmpty()) {
            return List.of();
        }
        LanguageWords words = LanguageWords.of(whole.language());
        for (MatchResult and : and(words).matcher(whole.text()).results().toList()) {
            Question left = QuestionReader.read(whole.text().substring(0, and.start()), analysis, whole.language());
            Question right = QuestionReader.read(whole.text().substring(and.end()), analysis, whole.language());
            if (left.content() > 0
                    && (right.content() > 0
                            || !right.wants().isEmpty()
                            || !right.aims().isEmpty())) {
                List<Question.Word> carried =
                        whole.words().stream().filter(word -> word.share() < 1).toList();
                return List.of(join(left, right, carried), join(right, left, carried));
            }
        }
        return List.of();
    }

    private static Question join(Question one, Question other, List<Question.Word> carried) {
        List<Question.Word> all = new ArrayList<>(one.words());
        Set<String> said = new HashSet<>();
        one.words().forEach(word -> said.add(word.raw()));
        double share = one.content() == 0 ? 1 : OTHER;
        other.words().stream()
                .filter(word -> !word.light() && said.add(word.raw()))
                .forEach(word -> all.add(word.carried(share)));
        carried.stream().filter(word -> said.add(word.raw())).forEach(all::add);
        return one.with(all, one.wants(), one.aims());
    }

    private static Pattern and(LanguageWords words) {
        String all = words.list("and").stream()
                .map(word -> Plain.unparted(word)
                                || words.language().equals("zh")
                                || words.language().equals("ja")
                        ? Pattern.quote(word)
                        : "\\s" + Pattern.quote(word) + asked(words))
                .collect(Collectors.joining("|"));
        return Pattern.compile(all.isEmpty() ? "(?!)" : all, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    /** A blank, or in Arabic, where "and" is written with the next word, a word of asking. */
    private static String asked(LanguageWords words) {
        if (!words.language().equals("ar")) {
            return "\\s";
        }
        return ASKING.stream()
                .flatMap(key -> words.list(key).stream())
                .map(Pattern::quote)
                .collect(Collectors.joining("|", "(?=\\s|", ")"));
    }
}
