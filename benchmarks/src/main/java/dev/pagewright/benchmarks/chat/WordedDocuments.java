package dev.pagewright.benchmarks.chat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

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
        List<List<Genre>> genres =
                LANGUAGES.stream().map(code -> Genre.all("wordings", code)).toList();
        for (int l = 0; l < LANGUAGES.size(); l++) {
            String language = LANGUAGES.get(l);
            for (int g = 0; g < genres.get(l).size(); g++) {
                Genre genre = genres.get(l).get(g);
                for (int i = 0; i < VARIANTS; i++) {
                    String id = "worded-" + language + "-" + genre.name() + "-" + i;
                    Map<String, String> values = genre.values(language, random);
                    String kinds = g < EARLIER ? "earlier kinds" : "later kinds";
                    var questions = new WordedQuestions(id, values);
                    questions.add(genre, language, genre.longest(), at -> halves(kinds, at));
                    int other = (l + 1 + i) % LANGUAGES.size();
                    questions.add(genres.get(other).get(g), LANGUAGES.get(other), CROSSED, at -> crossed(kinds, at));
                    documents.put(
                            CorpusDocument.of(id, List.of(genre.draw(values, random)), language), questions.asked());
                }
            }
        }
        return documents;
    }

    private static List<String> halves(String kinds, int place) {
        String half = place % 2 == 0 ? "half a" : "half b";
        return List.of(half, kinds, kinds + ", " + half);
    }

    private static List<String> crossed(String kinds, int place) {
        List<String> tags = new ArrayList<>(halves(kinds, place));
        tags.add("cross");
        return tags;
    }
}
