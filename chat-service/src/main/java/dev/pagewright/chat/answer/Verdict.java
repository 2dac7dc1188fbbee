package dev.pagewright.chat.answer;

import dev.pagewright.chat.fact.Marks;
import dev.pagewright.chat.language.LanguageWords;
import dev.pagewright.chat.language.Plain;
import dev.pagewright.chat.retrieval.Aim;
import dev.pagewright.chat.retrieval.Question;
import java.util.Optional;
import java.util.regex.Pattern;

/** Yes or no, where a fact says every word of what is asked whether it is so. */
final class Verdict {

    /** A short word before a figure or a point numbers something, as in "No. 17", and denies nothing. */
    private static final Pattern NUMBERING = Pattern.compile("\\b\\p{L}{1,2}(?:\\.\\s+(?=\\S)|\\s+(?=\\p{Nd}))");

    private Verdict() {}

    /**
     * @param language of the document
     * @return true where the fact affirms what is asked, false where it denies it, empty where it only bears on it
     */
    static Optional<Boolean> of(Question question, FoundFact found, String language) {
        if (!question.aims(Aim.YES_NO) || !found.literal()) {
            return Optional.empty();
        }
        String value = found.fact().value();
        Boolean checked = Marks.checked(value);
        boolean denied = denies(found.fact().about() + " " + value, language);
        boolean asked = denies(question.text(), question.language());
        return Optional.of((denied == asked) == !Boolean.FALSE.equals(checked));
    }

    private static boolean denies(String text, String language) {
        return LanguageWords.of(language).says(Plain.of(NUMBERING.matcher(text).replaceAll(" ")), "negation");
    }
}
