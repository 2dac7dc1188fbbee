package dev.pagewright.chat.answer;

import dev.pagewright.chat.fact.Fact;
import dev.pagewright.chat.fact.Facts;
import dev.pagewright.chat.language.LanguageWords;
import dev.pagewright.chat.language.Plain;
import dev.pagewright.chat.passage.Passage;
import dev.pagewright.chat.retrieval.Aim;
import dev.pagewright.chat.retrieval.DocumentIndex;
import dev.pagewright.chat.retrieval.Question;
import dev.pagewright.chat.retrieval.Ranked;
import dev.pagewright.chat.retrieval.Retrieval;
import dev.pagewright.chat.retrieval.Term;
import dev.pagewright.chat.retrieval.Tokens;
import dev.pagewright.field.ValueType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Orders the facts of the passages that were found by how well each answers by itself. Not thread-safe. */
final class FactFinder {

    private static final int PASSAGES = 60;
    private static final int PAGES = 3;
    private static final int SHORT_DOCUMENT = 400;
    private static final double HEADER = 0.95;
    private static final double ABOVE = 0.6;
    private static final double FORM = 0.95;
    private static final double KIND = 0.7;
    /** What the question's own words are believed where it leans on the last one. */
    private static final double CARRIED = 0.85;

    private static final double COVERAGE = 1;
    private static final double TYPE = 0.5;
    private static final double PRECISION = 0.2;
    private static final double PLACE = 0.15;
    /** What only repeats the question answers nothing. */
    private static final double REPEATED = 0.5;
    /** What the label calls something else than what is asked for, such as a subtotal for a total. */
    private static final double OTHER = 0.3;

    private static final Pattern NAME =
            Pattern.compile("\\p{Lu}[\\p{L}.'’-]+\\s+(?:\\p{L}{1,3}\\s+)?\\p{Lu}[\\p{L}.'’-]*");

    private final DocumentIndex index;
    private final Question question;
    private final List<Term> terms;
    private final double total;
    private final double ownTotal;
    private final Set<String> asked;
    private final Map<String, Tokens> tokens = new HashMap<>();

    private FactFinder(DocumentIndex index, Retrieval found) {
        this.index = index;
        this.question = found.question();
        this.terms = found.terms();
        this.total = Math.max(1e-9, terms.stream().mapToDouble(Term::weight).sum());
        this.asked = terms.stream().flatMap(term -> term.concepts().stream()).collect(Collectors.toSet());
        this.ownTotal = terms.stream()
                .filter(term -> !term.carried())
                .mapToDouble(Term::weight)
                .sum();
    }

    /** Best first. */
    static List<FoundFact> find(DocumentIndex index, Retrieval found) {
        return new FactFinder(index, found).all(found.passages());
    }

    private List<FoundFact> all(List<Ranked> ranked) {
        Map<Integer, Double> places = new HashMap<>();
        double best = ranked.isEmpty() ? 1 : Math.max(1e-9, ranked.getFirst().score());
        ranked.forEach(one -> places.put(one.passage().ordinal(), Math.max(0, one.score() / best)));
        List<Passage> chosen = index.passages().size() <= SHORT_DOCUMENT
                ? index.passages().stream()
                        .filter(passage -> index.telling(passage, question))
                        .toList()
                : best(ranked);
        List<FoundFact> facts = new ArrayList<>();
        for (Fact fact : Facts.of(index.passages(), chosen, index.language())) {
            facts.add(score(fact, places.getOrDefault(fact.passage().ordinal(), 0.0)));
        }
        facts.sort(Comparator.comparingDouble(FoundFact::score).reversed());
        return facts;
    }

    /** Passages of the pages that were found first. */
    private static List<Passage> best(List<Ranked> ranked) {
        Set<Integer> pages = ranked.stream()
                .map(one -> one.passage().page())
                .distinct()
                .limit(PAGES)
                .collect(Collectors.toSet());
        return ranked.stream()
                .map(Ranked::passage)
                .filter(passage -> pages.contains(passage.page()))
                .limit(PASSAGES)
                .toList();
    }

    private FoundFact score(Fact fact, double place) {
        Tokens value = tokens(fact.value());
        Tokens about = tokens(fact.about());
        Tokens header = tokens(fact.header());
        Tokens above = tokens(fact.above());
        double held = 0;
        double own = 0;
        boolean headed = false;
        for (Term term : terms) {
            double inValue = (fact.kind() == Fact.Kind.SECTION ? ABOVE : 1) * term.in(value);
            double in = Math.max(inValue, term.in(about));
            double inHeader = term.in(header);
            headed |= inHeader > 0.5 && term.weight() > 0;
            in = Math.max(in, Math.max(HEADER * inHeader, ABOVE * term.in(above)));
            if (term.concepts().stream().anyMatch(fact.concepts()::contains)) {
                in = 1;
            }
            if (in < FORM && term.forms().stream().anyMatch(form -> form.in(fact.value()))) {
                in = FORM;
            }
            if (in < KIND && term.kinds().stream().anyMatch(kind -> kind.in(fact.value()))) {
                in = KIND;
            }
            held += term.weight() * in;
            own += term.carried() ? 0 : term.weight() * in;
        }
        double coverage = held / total;
        double type = type(fact.value());
        double score = COVERAGE * coverage
                + TYPE * type
                + PRECISION * precision(fact)
                + PLACE * place
                - (news(value) ? 0 : REPEATED)
                - (other(fact) ? fact.kind() == Fact.Kind.SECTION ? 1 : OTHER : 0);
        return new FoundFact(
                fact, score, Math.max(coverage, ownTotal > 0 ? CARRIED * own / ownTotal : 0), headed, type > 0.4);
    }

    /** Whether the label names a concept, and none of those that are asked for; a section must be named by the question. */
    private boolean other(Fact fact) {
        if (fact.kind() == Fact.Kind.SECTION) {
            Tokens label = tokens(fact.label());
            return terms.stream().noneMatch(term -> term.in(label) > 0.5);
        }
        if (fact.label().isEmpty() || asked.isEmpty()) {
            return false;
        }
        Set<String> named = index.named(fact.label());
        return !named.isEmpty() && named.stream().noneMatch(asked::contains);
    }

    /** 1 where a value of the kind that is asked for stands in it, 0 where none does, between where that cannot be told. */
    private double type(String value) {
        Set<ValueType> wants = question.wants();
        if (!wants.isEmpty()) {
            return wants.stream().anyMatch(type -> type.in(value)) || numbered(wants, value) ? 1 : 0;
        }
        if (question.aims(Aim.WHO)) {
            boolean cased = value.codePoints().anyMatch(c -> Character.isUpperCase(c) || Character.isLowerCase(c));
            return !cased ? 0.5 : NAME.matcher(value).find() ? 1 : 0.2;
        }
        return 0.5;
    }

    /** Whether a figure that is wanted is written as a word. */
    private boolean numbered(Set<ValueType> wants, String value) {
        return wants.contains(ValueType.NUMBER)
                && LanguageWords.of(index.language()).says(Plain.of(value), "numbers");
    }

    /** How much of what the fact is called, or of the fact itself where it has no label, is asked for. */
    private double precision(Fact fact) {
        Tokens label = tokens(fact.label().isEmpty() ? fact.about() + " " + fact.value() : fact.label());
        if (label.sequence().isEmpty()) {
            return 0;
        }
        return (double) label.sequence().stream().filter(this::asked).count()
                / label.sequence().size();
    }

    /** Whether the value tells more than the question does. */
    private boolean news(Tokens value) {
        return value.sequence().isEmpty() || value.sequence().stream().anyMatch(token -> !asked(token));
    }

    private boolean asked(String token) {
        return terms.stream().anyMatch(term -> term.ways().stream()
                .anyMatch(way -> way.tokens().contains(token)));
    }

    private Tokens tokens(String text) {
        return text.isEmpty()
                ? Tokens.NONE
                : tokens.computeIfAbsent(text, t -> new Tokens(index.analysis().tokens(t)));
    }
}
