package dev.pagewright.benchmarks.chat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * The fourth set: thirteen kinds of ordinary documents in five languages, each fact asked in four to eleven wordings that were written without a look at the lexicon, some in another language than the
 * document's. Wordings in even places ({@code half b}) are never looked at. The same for the same seed.
 */
final class WordedDocuments {

    static final List<String> LANGUAGES = List.of("en", "de", "fr", "es", "it");

    private static final int VARIANTS = 3;
    /** Kinds of documents that words were mended for before the later ones were written. */
    private static final int EARLIER = 5;
    /** Of the wordings of other languages, which are put too. */
    private static final int CROSSED = 2;

    private WordedDocuments() {}

    static Map<CorpusDocument, List<QuestionSet.Asked>> make(long seed) {
        Map<CorpusDocument, List<QuestionSet.Asked>> documents = new LinkedHashMap<>();
        var random = new Random(seed);
        List<List<Genre>> genres = LANGUAGES.stream().map(Genre::all).toList();
        for (int l = 0; l < LANGUAGES.size(); l++) {
            String language = LANGUAGES.get(l);
            for (int g = 0; g < genres.get(l).size(); g++) {
                Genre genre = genres.get(l).get(g);
                for (int i = 0; i < VARIANTS; i++) {
                    String id = "worded-" + language + "-" + genre.name() + "-" + i;
                    Map<String, String> values = genre.values(language, random);
                    var questions = new Questions(id, values, g < EARLIER ? "earlier kinds" : "later kinds");
                    questions.add(genre, language, genre.longest());
                    int other = (l + 1 + i) % LANGUAGES.size();
                    questions.add(genres.get(other).get(g), LANGUAGES.get(other), CROSSED);
                    documents.put(
                            CorpusDocument.of(id, List.of(genre.draw(values, random)), language), questions.asked);
                }
            }
        }
        return documents;
    }

    /** The questions of one document. */
    private record Questions(String id, Map<String, String> values, String kinds, List<QuestionSet.Asked> asked) {

        Questions(String id, Map<String, String> values, String kinds) {
            this(id, values, kinds, new ArrayList<>());
        }

        void add(Genre genre, String language, int most) {
            genre.wordings().forEach((fact, wordings) -> {
                for (int i = 0; i < Math.min(most, wordings.size()); i++) {
                    boolean refuse = fact.isEmpty();
                    String half = i % 2 == 0 ? "half a" : "half b";
                    List<String> tags = new ArrayList<>(
                            List.of(genre.name(), genre.name() + " " + fact, half, kinds, kinds + ", " + half));
                    if (most == CROSSED) {
                        tags.add("cross");
                    }
                    asked.add(new QuestionSet.Asked(
                            id + "-" + asked.size(),
                            wordings.get(i),
                            refuse ? Set.of() : Set.of(1),
                            refuse ? List.of() : List.of(List.of(values.get(fact))),
                            0,
                            refuse,
                            null,
                            List.of(),
                            null,
                            language,
                            tags));
                }
            });
        }
    }
}
