package dev.pagewright.chat.retrieval;

import dev.pagewright.chat.language.LanguageDetector;
import dev.pagewright.chat.language.LanguageWords;
import dev.pagewright.chat.language.Plain;
import dev.pagewright.chat.passage.Folded;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a question: its language, what kind of answer it wants, and the terms that say what it is about. */
final class QuestionReader {

    private static final Pattern QUOTED =
            Pattern.compile("[\"“„«]([^\"“”„«»]{12,})[\"”“»]|[:：]\\s*(\\S.{20,}[^?？])$", Pattern.DOTALL);
    private static final int FEWEST_QUOTED = 4;

    private QuestionReader() {}

    static Question read(String message, TextAnalysis analysis) {
        String text = Essence.of(Folded.of(message));
        return read(text, analysis, LanguageDetector.of(text, analysis.language()));
    }

    /** @param text that is not too long */
    static Question read(String text, TextAnalysis analysis, String code) {
        String quoted = quoted(text);
        String asked = quoted == null ? text : quoted;
        LanguageWords language = LanguageWords.of(code);
        Plain plain = Plain.of(asked);
        List<Question.Word> words = QuestionWords.of(asked, plain, language, analysis);
        if (quoted != null) {
            boolean whole = words.size() >= FEWEST_QUOTED;
            return new Question(
                    text,
                    language.language(),
                    words,
                    Set.of(),
                    Set.of(),
                    Set.of(),
                    whole ? Folded.letters(quoted) : "");
        }
        var kind = new QuestionAims(text, plain, language, words);
        Set<Integer> pages = kind.pages();
        Set<Aim> aims = kind.aims(pages);
        List<Question.Word> told = aims.contains(Aim.YES_NO) ? Whether.uncompared(words, text, plain, language) : words;
        return new Question(text, language.language(), told, kind.wants(aims), aims, pages, "");
    }

    private static @Nullable String quoted(String text) {
        Matcher quoted = QUOTED.matcher(text);
        if (!quoted.find()) {
            return null;
        }
        return quoted.group(1) == null ? quoted.group(2) : quoted.group(1);
    }
}
