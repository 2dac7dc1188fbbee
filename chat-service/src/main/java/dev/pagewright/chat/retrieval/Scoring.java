package dev.pagewright.chat.retrieval;

import dev.pagewright.chat.passage.Passage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The order of candidates for one question. Not thread-safe. */
final class Scoring {

    /** A line that is quoted settles the matter. */
    static final double QUOTED = 5;

    private static final double IN_HEADER = 0.8;
    private static final double IN_CONTEXT = 0.6;
    private static final double ON_PAGE = 0.25;

    private static final double COVERAGE = 1.0;
    private static final double WORDS = 0.35;
    private static final double PAGE = 0.35;
    private static final double LABEL = 0.5;
    /** Below this share of the question no label is what is asked for. */
    private static final double LEAST_LABEL = 0.15;

    private static final double FIGURE = 0.15;
    private static final double PHRASE = 0.25;
    private static final double PERIOD = 0.1;
    private static final double TITLE = -0.25;
    private static final int SHORT = 6;

    /** A long passage holds more words by chance. */
    private static final double LENGTH = 0.06;

    private static final double USUAL = 30;

    private final DocumentIndex index;
    private final Question question;
    private final List<Concept> concepts;
    private final Set<String> pairs = new HashSet<>();
    private final double total;
    private double bestLabel = 1;
    private final Map<Integer, Tokens> pages = new HashMap<>();
    private final Map<String, Tokens> contexts = new HashMap<>();

    Scoring(DocumentIndex index, Question question, List<Concept> concepts) {
        this.index = index;
        this.question = question;
        this.concepts = concepts;
        this.total =
                Math.max(1e-9, concepts.stream().mapToDouble(Concept::weight).sum());
        String before = null;
        for (Question.Word word : question.words()) {
            for (String token : word.tokens()) {
                if (before != null && !word.frame()) {
                    pairs.add(before + ' ' + token);
                }
                before = word.frame() ? null : token;
            }
        }
    }

    /** Labels are measured by the best of all candidates. */
    void candidates(Stream<Passage> passages) {
        bestLabel =
                Math.max(LEAST_LABEL, passages.mapToDouble(this::label).max().orElse(1));
    }

    Ranked score(Passage passage, double fused, double page) {
        Tokens text = new Tokens(index.analysis().tokens(passage.text()));
        Tokens header =
                passage.row() == null ? Tokens.NONE : tokens(passage.row().group() + " " + passage.columns());
        Tokens context = tokens(passage.context());
        List<Double> told = new ArrayList<>(concepts.size());
        for (Concept concept : concepts) {
            double in = concept.in(text);
            in = Math.max(in, IN_HEADER * concept.in(header));
            in = Math.max(in, IN_CONTEXT * concept.in(context));
            if (in < ON_PAGE) {
                in = Math.max(in, ON_PAGE * concept.in(page(passage.page())));
            }
            told.add(concept.weight() * in / total);
        }
        double coverage = told.stream().mapToDouble(part -> part).sum();
        double label = Math.min(1, label(passage) / bestLabel);
        boolean wantsFigure = question.wants() == Question.Wants.FIGURE || question.wants() == Question.Wants.SHARE;
        boolean figures = Retriever.figures(passage);
        double score = COVERAGE * coverage + WORDS * fused + PAGE * page + PHRASE * phrase(text, context);
        score += (wantsFigure && figures ? LABEL : LABEL / 4) * label;
        score += wantsFigure && figures ? FIGURE : 0;
        score += PERIOD * period(passage);
        boolean title = passage.row() == null && text.sequence().size() <= SHORT;
        score += title || (passage.row() != null && !figures) ? TITLE : 0;
        score -= LENGTH * Math.max(0, Math.log((double) text.sequence().size() / USUAL));
        return new Ranked(passage, score, coverage, label, told);
    }

    /** How much of the row's label is asked for, and how much of what is asked it is: the weaker of both, softened. */
    private double label(Passage passage) {
        if (passage.row() == null || passage.row().label().isEmpty()) {
            return 0;
        }
        Tokens label = tokens(passage.row().label());
        double asked = 0;
        Set<String> known = new HashSet<>();
        for (Concept concept : concepts) {
            double in = concept.in(label);
            asked += in * concept.weight();
            if (in > 0) {
                concept.ways().forEach(known::addAll);
            }
        }
        double all = 0;
        double told = 0;
        for (String token : new HashSet<>(label.sequence())) {
            double weight = index.words().weight(token);
            all += weight;
            told += known.contains(token) ? weight : 0;
        }
        return all == 0 ? 0 : told / all * asked / total;
    }

    private double phrase(Tokens text, Tokens context) {
        if (pairs.isEmpty()) {
            return 0;
        }
        long there = pairs.stream()
                .filter(pair -> text.pairs().contains(pair) || context.pairs().contains(pair))
                .count();
        return (double) there / pairs.size();
    }

    private double period(Passage passage) {
        if (question.period().years().isEmpty()) {
            return 0;
        }
        Set<Integer> years = Period.of(passage.columns() + " " + passage.text() + " " + passage.context())
                .years();
        return years.stream().anyMatch(question.period().years()::contains) ? 1 : 0;
    }

    /** What the document knows of the question: a name that it does not know leaves nothing to say. */
    double answerable(List<Ranked> ranked) {
        double best =
                ranked.stream().limit(5).mapToDouble(Ranked::coverage).max().orElse(0);
        for (Concept concept : concepts) {
            if (concept.name() && !known(concept, ranked)) {
                best *= 0.3;
            }
        }
        return best;
    }

    /** A name that is not the document's own must stand where the answer does. */
    private boolean known(Concept name, List<Ranked> ranked) {
        List<String> tokens = name.ways().getFirst();
        if (tokens.stream().allMatch(index::about)) {
            return true;
        }
        return ranked.stream().limit(3).anyMatch(candidate -> {
            Tokens whole = tokens(candidate.passage().whole());
            return tokens.stream().allMatch(whole::has);
        });
    }

    private Tokens tokens(String text) {
        return contexts.computeIfAbsent(text, t -> new Tokens(index.analysis().tokens(t)));
    }

    private Tokens page(int page) {
        return pages.computeIfAbsent(page, p -> new Tokens(index.analysis().tokens(index.page(p))));
    }
}
