package dev.pagewright.chat.retrieval;

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
 * al. 2009); then an order by a few general features. Thread-safe.
 */
public final class Retriever {

    private static final int CANDIDATES = 150;
    private static final double FUSION = 20;
    /** What stands in the headings above, or in the column's header, rather than in the passage itself. */
    private static final double ABOVE = 0.7;

    /** Passages of the first pages are candidates whatever they hold themselves, and so are all of a document of no more. */
    private static final int PAGES = 3;

    /** A line that is quoted settles the matter. */
    private static final double QUOTED = 5;
    /** Of the best passages, those that may show that the document knows. */
    private static final int KNOWING = 10;
    /** A line that is quoted and does not stand here: only one that was read with errors is worth an answer. */
    private static final double MISSING = 0.4;

    /** What another way of saying a term counts in the search. */
    private static final double SYNONYM = 0.5;
    /** Terms that tell much less than the first one, and what they count in the search. */
    private static final double MINOR = 0.2;

    private static final double MINOR_SHARE = 0.3;

    private Retriever() {}

    public static Retrieval find(DocumentIndex index, Question question) {
        List<Term> terms = index.terms(question);
        Map<String, Double> weights = weights(terms);
        Map<Integer, Double> words =
                places(index.words().passages(weights, CANDIDATES).keySet());
        List<Integer> first = index.words().pages(index.analysis().tokens(question.text()), CANDIDATES);
        Map<Integer, Double> pages = places(first);
        Map<Integer, Double> meaning = places(nearest(index.vectors().similar(question.text())));
        Set<Integer> candidates = new LinkedHashSet<>(words.keySet());
        candidates.addAll(meaning.keySet());
        Set<Integer> whole = Set.copyOf(first.subList(0, Math.min(PAGES, first.size())));
        index.passages().stream()
                .filter(passage -> whole.contains(passage.page()) || index.pageCount() <= PAGES)
                .map(Passage::ordinal)
                .forEach(candidates::add);
        candidates.removeIf(ordinal -> !index.telling(index.passages().get(ordinal), question));
        Set<Integer> quoting = quoting(index, question);
        candidates.addAll(quoting);
        double total = Math.max(1e-9, terms.stream().mapToDouble(Term::weight).sum());
        List<Ranked> ranked = new ArrayList<>();
        Map<String, Tokens> above = new HashMap<>();
        for (int ordinal : candidates) {
            Passage passage = index.passages().get(ordinal);
            Tokens text = index.tokens(passage);
            Tokens context = above.computeIfAbsent(
                    WordIndex.context(passage), t -> new Tokens(index.analysis().tokens(t)));
            double coverage = terms.stream()
                            .mapToDouble(term -> term.weight() * Math.max(term.in(text), ABOVE * term.in(context)))
                            .sum()
                    / total;
            var features = new Features(
                    words.getOrDefault(ordinal, 0.0),
                    pages.getOrDefault(passage.page(), 0.0),
                    meaning.getOrDefault(ordinal, 0.0));
            double quoted = quoting.contains(ordinal) ? QUOTED : 0;
            ranked.add(new Ranked(passage, features.score() + quoted, quoted > 0 ? 1 : coverage));
        }
        ranked.sort(Comparator.comparingDouble(Ranked::score).reversed());
        double best = ranked.stream()
                .limit(KNOWING)
                .mapToDouble(Ranked::coverage)
                .max()
                .orElse(0);
        boolean missing = !question.quotation().isEmpty() && quoting.isEmpty();
        return new Retrieval(question, terms, ranked, missing ? best * MISSING : best);
    }

    private static Map<String, Double> weights(List<Term> terms) {
        Map<String, Double> weights = new HashMap<>();
        double most = terms.stream().mapToDouble(Term::weight).max().orElse(1);
        for (Term term : terms) {
            for (Term.Way way : term.ways()) {
                double share = way.worth()
                        / way.tokens().size()
                        * (way.equals(term.ways().getFirst()) ? 1 : SYNONYM)
                        * (term.weight() < MINOR * most ? MINOR_SHARE : 1);
                way.tokens().forEach(token -> weights.merge(token, share, Math::max));
            }
        }
        return weights;
    }

    /** What a place in an order is worth, 1 for the first, as in reciprocal rank fusion. */
    private static Map<Integer, Double> places(Iterable<Integer> order) {
        Map<Integer, Double> places = new HashMap<>();
        for (int ordinal : order) {
            places.put(ordinal, (FUSION + 1) / (FUSION + 1 + places.size()));
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
}
