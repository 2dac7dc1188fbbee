package dev.pagewright.chat.answer;

import dev.pagewright.chat.language.LanguageWords;
import dev.pagewright.chat.language.Ordinals;
import dev.pagewright.chat.language.Plain;
import dev.pagewright.chat.retrieval.DocumentIndex;
import dev.pagewright.chat.retrieval.FollowUp;
import dev.pagewright.chat.retrieval.Question;
import dev.pagewright.chat.retrieval.Retriever;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The item at a place of the list that was asked for before: "the second one?". */
final class ListPlace {

    private ListPlace() {}

    /**
     * @param before the user's messages before this one, oldest first
     * @return none where the message says more than a place, or no list was asked for
     */
    static List<Evidence> of(DocumentIndex index, String message, List<String> before) {
        return place(message, before, index)
                .flatMap(place -> listed(before, index)
                        .map(list -> Listing.items(index, Retriever.find(index, list)))
                        .filter(items -> items.size() >= place)
                        .map(items -> List.of(items.get(place - 1))))
                .orElse(List.of());
    }

    /** The last question that is not itself about a place. */
    private static Optional<Question> listed(List<String> before, DocumentIndex index) {
        for (int i = before.size() - 1; i >= 0; i--) {
            List<String> earlier = before.subList(0, i);
            if (place(before.get(i), earlier, index).isEmpty()) {
                return Optional.of(FollowUp.resolve(before.get(i), earlier, index));
            }
        }
        return Optional.empty();
    }

    /** The place, where the rest of the message says nothing that the questions before do not say. */
    private static Optional<Integer> place(String message, List<String> before, DocumentIndex index) {
        if (before.isEmpty()) {
            return Optional.empty();
        }
        Question asked = Question.of(message, index.analysis());
        Plain plain = Plain.of(asked.text());
        return Ordinals.of(LanguageWords.of(asked.language()))
                .in(plain)
                .filter(ordinal -> {
                    String rest = plain.text()
                            .replace(Plain.of(ordinal.words()).text().strip(), " ");
                    Set<String> said = new HashSet<>();
                    before.forEach(one -> said.addAll(index.analysis().tokens(one)));
                    return Question.of(rest, index.analysis(), asked.language()).words().stream()
                            .allMatch(word -> word.light()
                                    || word.raw().codePointCount(0, word.raw().length()) == 1
                                    || word.tokens().stream().anyMatch(said::contains));
                })
                .map(Ordinals.Ordinal::place);
    }
}
