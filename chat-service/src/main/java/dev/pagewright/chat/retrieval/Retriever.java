package dev.pagewright.chat.retrieval;

import dev.pagewright.chat.passage.Figures;
import dev.pagewright.chat.passage.Folded;
import dev.pagewright.chat.passage.Passage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds passages in two steps: candidates by words and by vectors, fused by rank (reciprocal rank fusion, Cormack et
 * al. 2009); then an order by what structure tells: headings, row labels, column headers, figures, the page as a
 * whole. Thread-safe.
 */
public final class Retriever {

    private static final int CANDIDATES = 150;
    private static final int PAGES = 40;
    private static final int FUSION = 30;
    /** A line that is quoted and does not stand here: only one that was read with errors is worth an answer. */
    private static final double MISSING = 0.4;

    private Retriever() {}

    public static Retrieval find(DocumentIndex index, Question question) {
        List<Concept> concepts = index.concepts(question);
        Map<String, Double> terms = terms(index, concepts);
        Map<Integer, Double> words = index.words().passages(terms, CANDIDATES);
        Map<Integer, Double> pages = index.words().pages(terms, PAGES);
        Map<Integer, Double> vectors = index.vectors().similar(question.text());
        Map<Integer, Double> places = places(words);
        Set<Integer> candidates = new LinkedHashSet<>(words.keySet());
        candidates.addAll(nearest(vectors));
        Set<Integer> quoting = quoting(index, question);
        candidates.removeIf(index::furniture);
        if (question.wants() != Question.Wants.PLACE) {
            candidates.removeIf(index::contents);
        }
        candidates.addAll(quoting);

        var scoring = new Scoring(index, question, concepts);
        scoring.candidates(candidates.stream().map(index.passages()::get).toList());
        double bestPage = pages.values().stream().findFirst().orElse(1.0);
        double bestMeaning = vectors.values().stream().mapToDouble(d -> d).max().orElse(0);
        List<Ranked> ranked = new ArrayList<>();
        for (int ordinal : candidates) {
            Passage passage = index.passages().get(ordinal);
            Ranked scored = scoring.score(
                    passage,
                    places.getOrDefault(ordinal, 0.0),
                    vectors.isEmpty() ? 0 : vectors.getOrDefault(ordinal, 0.0) - bestMeaning,
                    pages.getOrDefault(passage.page(), 0.0) / bestPage);
            ranked.add(
                    quoting.contains(ordinal)
                            ? new Ranked(passage, scored.score() + Scoring.QUOTED, 1, scored.states(), scored.told())
                            : scored);
        }
        ranked.sort(Comparator.comparingDouble(Ranked::score).reversed());
        boolean missing = !question.quotation().isEmpty() && quoting.isEmpty();
        return new Retrieval(question, ranked, scoring.answerable(ranked) * (missing ? MISSING : 1));
    }

    private static Map<String, Double> terms(DocumentIndex index, List<Concept> concepts) {
        Map<String, Double> terms = new HashMap<>();
        for (Concept concept : concepts) {
            for (int way = 0; way < concept.ways().size(); way++) {
                double share = way == 0 ? 1 : 0.5;
                for (String token : concept.ways().get(way)) {
                    double own = Math.max(0.1, index.words().weight(token));
                    terms.merge(token, Math.min(1, concept.weight() / own) * share, Math::max);
                }
            }
        }
        return terms;
    }

    /** What a place in the order is worth, 1 for the first, as in reciprocal rank fusion (Cormack et al. 2009). */
    private static Map<Integer, Double> places(Map<Integer, Double> found) {
        Map<Integer, Double> places = new HashMap<>();
        for (int ordinal : found.keySet()) {
            places.put(ordinal, (FUSION + 1.0) / (FUSION + 1 + places.size()));
        }
        return places;
    }

    private static List<Integer> nearest(Map<Integer, Double> vectors) {
        return vectors.entrySet().stream()
                .sorted(Map.Entry.<Integer, Double>comparingByValue().reversed())
                .limit(CANDIDATES)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Passages that hold the line that the question quotes. */
    private static Set<Integer> quoting(DocumentIndex index, Question question) {
        Set<Integer> quoting = new HashSet<>();
        if (!question.quotation().isEmpty()) {
            for (Passage passage : index.passages()) {
                if (passage.text().length() >= question.quotation().length()
                        && Folded.letters(passage.text()).contains(question.quotation())) {
                    quoting.add(passage.ordinal());
                }
            }
        }
        return quoting;
    }

    /** Whether figures stand in the passage beside those of years. */
    static boolean figures(Passage passage) {
        return passage.row() == null
                ? Figures.any(passage.text().replaceAll("\\b(?:19|20)\\d\\d\\b", ""))
                : passage.row().fields().stream().anyMatch(field -> Figures.figure(field.text()));
    }
}
