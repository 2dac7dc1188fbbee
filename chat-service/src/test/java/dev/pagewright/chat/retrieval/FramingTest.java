package dev.pagewright.chat.retrieval;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pagewright.chat.language.LanguageWords;
import dev.pagewright.field.Frame;
import dev.pagewright.field.Lexicon;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every word for an act, asked for in every way, in every language: one family of questions out of the resource files. */
class FramingTest {

    private static final Map<String, String> ASKING =
            Map.of("when", "when", "who", "who", "where", "where", "amount", "figure");

    @ParameterizedTest
    @ValueSource(strings = {"en", "de", "fr", "es", "it", "pt", "nl", "pl", "ru", "ar", "zh", "ja"})
    void a_word_for_an_act_asks_for_what_the_frame_says(String language) {
        TextAnalysis analysis = TextAnalysis.of(language);
        List<String> missed = new ArrayList<>();
        int asked = 0;
        for (Frame frame : Frame.ALL) {
            if (frame.concepts().size() != 1
                    || frame.asked().size() != 1
                    || !ASKING.keySet().containsAll(frame.asked())) {
                continue;
            }
            String concept = frame.concepts().getFirst();
            List<String> words = LanguageWords.of(language)
                    .list(ASKING.getOrDefault(frame.asked().iterator().next(), ""));
            for (String term : Lexicon.of(language).getOrDefault(concept, List.of())) {
                Question question = QuestionReader.read(words.getFirst() + " " + term + "?", analysis, language);
                boolean told = question.words().stream()
                        .anyMatch(word -> word.concepts().stream().anyMatch(frame.meant()::contains));
                boolean other = Frame.ALL.stream()
                        .takeWhile(earlier -> !earlier.equals(frame))
                        .anyMatch(earlier -> frame.asked().containsAll(earlier.asked())
                                && question.words().stream()
                                        .anyMatch(word -> word.concepts().equals(earlier.meant())));
                if (question.words().isEmpty() || term.length() == 1) {
                    continue; // a word of asking, or a letter that is a part of other words
                }
                asked++;
                if (!told && !other && !LanguageWords.of(language).small(term)) {
                    missed.add(words.getFirst() + " " + term);
                }
            }
        }

        assertThat(asked).isGreaterThan(20);
        assertThat(missed).as("of %s asked", asked).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de", "fr", "es", "it", "pt", "nl", "pl", "ru", "ar", "zh", "ja"})
    void no_label_of_a_document_is_a_word_for_an_act(String language) {
        assertThat(Lexicon.labels(language).keySet()).noneMatch(Lexicon::act);
    }
}
