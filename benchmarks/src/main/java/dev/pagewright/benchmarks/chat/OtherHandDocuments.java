package dev.pagewright.benchmarks.chat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;

/**
 * The sixth set: ten more kinds of ordinary documents in twelve languages (four in Arabic, Chinese and Japanese), written by another hand than the
 * lexicon and the other sets; short, misspelt and indirect questions, two in one, some in another language than the document's. Every other kind of
 * document ({@code half b}) is never looked at. The same for the same seed.
 */
final class OtherHandDocuments {

    private static final List<String> LANGUAGES =
            List.of("en", "de", "fr", "es", "it", "nl", "pt", "pl", "ru", "zh", "ja", "ar");

    private static final int VARIANTS = 2;

    private OtherHandDocuments() {}

    static Map<CorpusDocument, List<QuestionSet.Asked>> make(long seed) {
        Map<CorpusDocument, List<QuestionSet.Asked>> documents = new LinkedHashMap<>();
        var random = new Random(seed);
        Map<String, List<Genre>> genres = new LinkedHashMap<>();
        LANGUAGES.forEach(language -> genres.put(language, Genre.all("other-hand", language)));
        for (int l = 0; l < LANGUAGES.size(); l++) {
            String language = LANGUAGES.get(l);
            for (int g = 0; g < Objects.requireNonNull(genres.get(language)).size(); g++) {
                Genre genre = Objects.requireNonNull(genres.get(language)).get(g);
                String half = g % 2 == 0 ? "half a" : "half b";
                for (int i = 0; i < VARIANTS; i++) {
                    String id = "other-" + language + "-" + genre.name() + "-" + i;
                    Map<String, String> values = genre.values(language, random);
                    var questions = new WordedQuestions(id, values);
                    questions.add(genre, language, genre.longest(), at -> List.of(half));
                    String other = LANGUAGES.get((l + 1 + i) % LANGUAGES.size());
                    Optional<Genre> same = Objects.requireNonNull(genres.get(other)).stream()
                            .filter(one -> one.name().equals(genre.name()))
                            .findFirst();
                    same.ifPresent(one -> questions.add(one, other, 1, at -> List.of(half, "cross")));
                    documents.put(
                            CorpusDocument.of(id, List.of(genre.draw(values, random)), language), questions.asked());
                }
            }
        }
        return documents;
    }
}
