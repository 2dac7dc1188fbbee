package dev.pagewright.chat.retrieval;

import dev.pagewright.chat.passage.Passage;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** The order of candidates for one question. Not thread-safe. */
final class Scoring {

    /** A line that is quoted settles the matter. */
    static final double QUOTED = 5;

    private static final double IN_HEADER = 0.8;
    private static final double IN_CONTEXT = 0.6;
    private static final double ON_PAGE = 0.25;

    private static final double USUAL = 30;
    /** Of the best passages, those that may show that the document knows. */
    private static final int KNOWING = 10;

    /** What a short question loses of which all stands nowhere, and how many things a short one asks about. */
    private static final double UNKNOWN = 0.8;

    private static final double FEW = 3;
    /** The language in which that was measured; in others one thing has too many forms that no stem joins. */
    private static final String CALIBRATED = "en";

    /** Last page, 0-based, of what a question may call the cover. */
    private static final int COVER = 1;

    private static final Pattern DIFFERENCE = Pattern.compile(
            "\\bchang|\\b(?:in|de)creas|\\badjust|\\breconcil|\\beffect of|veränder|variation",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern SHARE = Pattern.compile("\\p{Nd}\\s?(?:%|percent\\b|Prozent\\b)|٪");
    private static final Pattern AMOUNT = Pattern.compile(
            "\\p{Sc}\\s?\\p{Nd}|\\p{Nd}\\s?(?:\\p{Sc}|%|thousand\\b|million|billion|Mio\\b|Mrd\\b|Million|Milliard|EUR\\b|USD\\b|万|亿)|\\p{Nd}[.,]\\p{Nd}{3}(?!\\p{Nd})");
    private static final Pattern CAUSE = Pattern.compile(
            "\\b(?:due|owing|attributable) (?:\\p{L}+ )?to\\b|\\bdriven\\b|\\bbecause\\b|\\bas a result\\b|\\bresult(?:ed|ing) from\\b|\\bprimarily\\b|\\breflect(?:s|ed|ing)?\\b|\\boffset by\\b|\\bwegen\\b|\\baufgrund\\b|\\bweil\\b|zurückzuführen|\\ben raison\\b|\\bdû\\b|grâce à",
            Pattern.CASE_INSENSITIVE);

    private final DocumentIndex index;
    private final Question question;
    private final List<Concept> concepts;
    private final Set<String> pairs = new HashSet<>();
    private final double total;
    private final Labels labels;
    private final Map<Integer, Tokens> pages = new HashMap<>();
    private final Map<String, Tokens> contexts = new HashMap<>();

    Scoring(DocumentIndex index, Question question, List<Concept> concepts) {
        this.index = index;
        this.question = question;
        this.concepts = concepts;
        this.total =
                Math.max(1e-9, concepts.stream().mapToDouble(Concept::weight).sum());
        this.labels = new Labels(index, concepts, this::tokens);
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
    void candidates(Collection<Passage> passages) {
        labels.candidates(passages);
    }

    Ranked score(Passage passage, double words, double meaning, double page) {
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
        boolean figures = Retriever.figures(passage);
        var signals = new Signals(
                coverage,
                words,
                meaning,
                page,
                phrase(text, context),
                labels.label(passage),
                labels.section(passage),
                figures,
                passage.row() != null,
                TableKind.of(passage),
                Role.of(passage, text.sequence().size(), figures),
                Period.fit(question.period(), passage),
                difference(passage),
                question.cover() && passage.page() <= COVER,
                question.wants() == Question.Wants.REASON
                        && CAUSE.matcher(passage.text()).find(),
                amount(passage),
                Math.max(0, Math.log((double) text.sequence().size() / USUAL)));
        return new Ranked(
                passage,
                signals.score(question.wants()),
                Math.max(coverage, withoutOwn(told)),
                signals.amount()
                        || (figures && passage.row() != null && passage.row().labelled()),
                told);
    }

    /** What is told of all but the document's own name, as a share of that. */
    private double withoutOwn(List<Double> told) {
        double sum = 0;
        double asked = 0;
        for (int i = 0; i < told.size(); i++) {
            if (!concepts.get(i).own()) {
                sum += told.get(i);
                asked += concepts.get(i).weight() / total;
            }
        }
        return asked == 0 ? 0 : sum / asked;
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

    private boolean amount(Passage passage) {
        Pattern wanted = question.wants() == Question.Wants.SHARE ? SHARE : AMOUNT;
        return passage.row() == null && wanted.matcher(passage.text()).find();
    }

    /** Whether the row tells a change where a state is asked for. */
    private boolean difference(Passage passage) {
        return passage.row() != null
                && !DIFFERENCE.matcher(question.text()).find()
                && DIFFERENCE
                        .matcher(passage.row().group() + " " + passage.row().label())
                        .find();
    }

    /**
     * What the document knows of the question, 1 for all of it and down to below 0: what stands nowhere counts against it
     * where few things are asked about, while a long question says some in words of its own; a name that it does not know leaves nothing to say.
     */
    double answerable(List<Ranked> ranked) {
        double best = ranked.stream()
                .limit(KNOWING)
                .mapToDouble(Ranked::coverage)
                .max()
                .orElse(0);
        if (CALIBRATED.equals(index.analysis().language())) {
            best -= unknown();
        }
        for (Concept concept : concepts) {
            if (concept.name() && !known(concept, ranked)) {
                best *= 0.3;
            }
        }
        return best;
    }

    private double unknown() {
        long unknown =
                concepts.stream().filter(concept -> !index.holds(concept)).count();
        int asked = Math.max(1, concepts.size());
        double few = Math.min(1, FEW / asked);
        return UNKNOWN * unknown / asked * few * few;
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
