package dev.pagewright.chat.answer;

import dev.pagewright.chat.fact.Fact;
import dev.pagewright.chat.passage.Passage;
import dev.pagewright.chat.retrieval.Aim;
import dev.pagewright.chat.retrieval.DocumentIndex;
import dev.pagewright.chat.retrieval.Parts;
import dev.pagewright.chat.retrieval.Question;
import dev.pagewright.chat.retrieval.Retrieval;
import dev.pagewright.chat.retrieval.Retriever;
import dev.pagewright.chat.retrieval.Tokens;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The facts that answer a question, with what other pages say of it. Not thread-safe. */
final class Lookup {

    private static final int PAGES = 3;
    private static final int FACTS = 3;
    private static final int LISTED = 8;
    private static final double NEAR = 0.93;
    /** As a share of the best fact's score: what may say yes or no in its stead. */
    private static final double JUDGED = 0.85;

    /** Pages of a document of which all that were found are told: it takes long to leaf through. */
    private static final int FEW = 20;

    private static final double FAR = 0.6;
    private static final double SAME = 0.02;
    /** Of an answer that answers both of two questions. */
    private static final double WHOLE = 0.85;

    private final DocumentIndex index;
    private final double threshold;
    private final Confidence.Weights weights;

    Lookup(DocumentIndex index, double threshold, Confidence.Weights weights) {
        this.index = index;
        this.threshold = threshold;
        this.weights = weights;
    }

    List<Evidence> of(Question question) {
        Retrieval found = Retriever.find(index, question);
        if (!question.quotation().isEmpty()) {
            return quoted(question, found);
        }
        List<FoundFact> facts = FactFinder.find(index, found);
        double confidence = Confidence.of(facts, found).value(weights);
        if (question.aims(Aim.COUNT) || question.aims(Aim.SUM) || question.aims(Aim.MOST) || question.aims(Aim.LEAST)) {
            List<Evidence> sums = Aggregation.of(index, question, found.terms(), Speech.in(question.language()));
            if (!sums.isEmpty()) {
                return sums;
            }
        }
        boolean section = !facts.isEmpty() && facts.getFirst().fact().kind() == Fact.Kind.SECTION;
        if ((question.aims(Aim.LIST) || section)
                && Parts.of(question, index.analysis()).isEmpty()) {
            List<Evidence> list = Listing.of(index, found, Speech.in(question.language()));
            if (!list.isEmpty()) {
                return list;
            }
        }
        boolean sure = index.pageCount() > FEW && confidence >= threshold;
        List<Question> parts = sure ? List.of() : Parts.of(question, index.analysis());
        if (facts.isEmpty()
                || confidence < WHOLE
                || parts.stream().anyMatch(part -> !answers(part, facts.getFirst()))) {
            List<Evidence> both = both(parts);
            if (!both.isEmpty()) {
                return both;
            }
        }
        return facts.isEmpty() || confidence < threshold
                ? List.of()
                : judged(found, facts, told(facts, question.aims(Aim.LIST) ? LISTED : FACTS));
    }

    /** With yes or no before it, where one of the best facts says so; that one first. */
    private List<Evidence> judged(Retrieval found, List<FoundFact> facts, List<Evidence> told) {
        double least = facts.getFirst().score() * JUDGED;
        Map<FoundFact, Boolean> verdicts = new LinkedHashMap<>();
        for (FoundFact fact : facts.subList(0, Math.min(LISTED, facts.size()))) {
            if (fact.score() >= least) {
                Verdict.of(index, found, fact).ifPresent(so -> verdicts.put(fact, so));
            }
        }
        if (verdicts.isEmpty()) {
            return told;
        }
        // of two that contradict each other, the one that says more of the question, if any
        FoundFact fact = verdicts.keySet().iterator().next();
        if (verdicts.containsValue(true) && verdicts.containsValue(false)) {
            long most = verdicts.keySet().stream()
                    .mapToLong(one -> words(found, one))
                    .max()
                    .orElse(0);
            List<FoundFact> best = verdicts.keySet().stream()
                    .filter(one -> words(found, one) == most)
                    .toList();
            fact = best.getFirst();
            if (best.stream().map(verdicts::get).distinct().count() > 1) {
                return told;
            }
        }
        Speech speech = Speech.in(found.question().language());
        Evidence says = FactEvidence.of(fact.fact(), whole(fact, facts), score(fact, facts.getFirst()));
        List<Evidence> judged = new ArrayList<>();
        String word = Boolean.TRUE.equals(verdicts.get(fact)) ? speech.yes() : speech.no();
        judged.add(new Evidence(word + ". " + says.says(), says.citation()));
        told.stream().filter(other -> !other.says().equals(says.says())).forEach(judged::add);
        return judged;
    }

    /** How many words of the question itself a fact says, also such as tell little. */
    private long words(Retrieval found, FoundFact fact) {
        Fact of = fact.fact();
        var tokens = new Tokens(index.analysis().tokens(of.about() + " " + of.value() + " " + of.header()));
        return index.analysis().tokens(found.question().text()).stream()
                .distinct()
                .filter(tokens::has)
                .count();
    }

    /** Where a line stands that is quoted, or what is most like it. */
    private List<Evidence> quoted(Question question, Retrieval found) {
        if (found.answerable() < threshold) {
            return List.of();
        }
        return found.passages().stream()
                .limit(1)
                .map(ranked ->
                        SentenceEvidence.of(ranked.passage(), index, question, Math.clamp(ranked.coverage(), 0, 1)))
                .toList();
    }

    /** Whether one fact holds a value of each kind that is asked for. */
    private static boolean answers(Question question, FoundFact fact) {
        return question.wants().stream().allMatch(type -> type.in(fact.fact().value()));
    }

    /** The best fact of each of two questions in one; none where the message asks one thing, or either is not told. */
    private List<Evidence> both(List<Question> parts) {
        List<Evidence> evidence = new ArrayList<>();
        for (Question part : parts) {
            Retrieval found = Retriever.find(index, part);
            List<FoundFact> facts = FactFinder.find(index, found);
            if (facts.isEmpty() || Confidence.of(facts, found).value(weights) < threshold) {
                return List.of();
            }
            FoundFact best = facts.getFirst();
            Evidence told = FactEvidence.of(best.fact(), whole(best, facts), score(best, best));
            if (evidence.stream().noneMatch(other -> other.says().equals(told.says()))) {
                evidence.add(new Evidence(told.says(), told.citation())); // of two, no one place answers
            }
        }
        return evidence;
    }

    private List<Evidence> told(List<FoundFact> facts, int most) {
        FoundFact best = facts.getFirst();
        List<Evidence> evidence = new ArrayList<>();
        Set<Integer> passages = new HashSet<>();
        Set<Integer> pages = new HashSet<>();
        for (FoundFact fact : facts) {
            if (evidence.size() >= most || fact.score() < best.score() * NEAR) {
                break;
            }
            if (passages.add(fact.fact().passage().ordinal())) {
                pages.add(fact.fact().passage().page());
                evidence.add(FactEvidence.of(fact.fact(), whole(fact, facts), score(fact, best)));
            }
        }
        for (FoundFact fact : facts) {
            Passage passage = fact.fact().passage();
            boolean found = index.pageCount() > FEW || fact.score() >= best.score() * FAR;
            if (pages.size() < PAGES && found && pages.add(passage.page())) {
                evidence.add(FactEvidence.of(fact.fact(), whole(fact, facts), score(fact, best)));
            }
        }
        return evidence;
    }

    /** Whether another field of the row answers as well. */
    private static boolean whole(FoundFact one, List<FoundFact> facts) {
        return one.fact().kind() == Fact.Kind.CELL
                && facts.stream()
                        .filter(other -> !other.equals(one)
                                && other.fact().passage().equals(one.fact().passage())
                                && other.fact().kind() == Fact.Kind.CELL)
                        .anyMatch(other -> other.score() > one.score() - SAME);
    }

    private static double score(FoundFact fact, FoundFact best) {
        return Math.clamp(fact.score() / best.score() * fact.coverage(), 0, 1);
    }
}
