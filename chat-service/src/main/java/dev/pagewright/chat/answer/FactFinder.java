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
import dev.pagewright.field.Lexicon;
import dev.pagewright.field.ValueType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

    /** What is said of a term to count as said. */
    private static final double HALF = 0.5;

    /** As a share of what the heaviest term tells. */
    private static final double SLIGHT = 0.25;

    private static final double COVERAGE = 1;
    private static final double TYPE = 0.5;
    /** Of a time of day where a day is asked for: "when" may mean either. */
    private static final double HOUR = 0.8;
    /** Less than what a value counts of which the kind cannot be told. */
    private static final double UNSURE = 0.4;

    /** Of two facts that say as much the shorter one is told; in tokens, what counts as long. */
    private static final double LENGTH = 0.05;

    private static final int LONG = 60;
    /** What only repeats the question answers nothing. */
    private static final double REPEATED = 0.5;
    /** What the label calls something else than what is asked for, such as a subtotal for a total. */
    private static final double OTHER = 0.3;

    private static final Pattern NAME =
            Pattern.compile("\\p{Lu}[\\p{L}.'’-]+\\s+(?:\\p{L}{1,3}\\s+)?\\p{Lu}[\\p{L}.'’-]*");

    private final DocumentIndex index;
    private final Question question;
    private final LoneValue lone;
    private final List<Term> terms;
    private final double total;
    private final double ownTotal;
    /** Weight of terms that tell so little that a yes or no may leave them out. */
    private final double slight;

    private final Set<String> asked;
    /** What is asked for that has units; none where something else may be asked for as well. */
    private final Set<String> measures;

    private final Map<String, Tokens> tokens = new HashMap<>();

    private FactFinder(DocumentIndex index, Retrieval found) {
        this.index = index;
        this.question = found.question();
        this.lone = new LoneValue(index, question);
        this.terms = found.terms();
        this.total = Math.max(1e-9, terms.stream().mapToDouble(Term::weight).sum());
        this.slight = SLIGHT * terms.stream().mapToDouble(Term::weight).max().orElse(0);
        this.asked = terms.stream().flatMap(term -> term.concepts().stream()).collect(Collectors.toSet());
        Set<String> typed = terms.stream()
                .filter(term -> !term.carried() && term.concepts().stream().anyMatch(FactFinder::typed))
                .flatMap(term -> term.concepts().stream())
                .filter(FactFinder::typed)
                .collect(Collectors.toSet());
        this.measures = typed.stream().allMatch(Lexicon::measured) ? typed : Set.of();
        this.ownTotal = terms.stream()
                .filter(term -> !term.carried())
                .mapToDouble(Term::weight)
                .sum();
    }

    private static boolean typed(String concept) {
        return Lexicon.type(concept).isPresent();
    }

    /** Best first. */
    static List<FoundFact> find(DocumentIndex index, Retrieval found) {
        return new FactFinder(index, found).all(found.passages());
    }

    /** Whether a text may hold a value of the kind and unit that is asked for. */
    static boolean fits(DocumentIndex index, Retrieval found, String text) {
        return new FactFinder(index, found).type(text) > UNSURE;
    }

    private List<FoundFact> all(List<Ranked> ranked) {
        List<Passage> chosen = index.passages().size() <= SHORT_DOCUMENT
                ? index.passages().stream()
                        .filter(passage -> index.telling(passage, question))
                        .toList()
                : best(ranked);
        List<FoundFact> facts = new ArrayList<>();
        for (Fact fact : Facts.of(index.passages(), chosen, index.language())) {
            facts.add(score(fact));
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

    private FoundFact score(Fact fact) {
        Tokens value = tokens(fact.value());
        double held = 0;
        double own = 0;
        boolean absent = false;
        boolean literal = true;
        boolean headed = false;
        boolean otherwise = false;
        double said = 1;
        for (Term term : terms) {
            headed |= term.in(tokens(fact.header())) > 0.5 && term.weight() > 0;
            double in = held(term, fact, value);
            held += term.weight() * in;
            own += term.carried() ? 0 : term.weight() * in;
            literal &= term.carried()
                    || Stream.of(fact.value(), fact.about(), fact.header())
                            .anyMatch(text -> term.literally(tokens(text)));
            said = term.carried() || term.weight() < slight ? said : Math.min(said, beside(term, fact));
            otherwise |= in < HALF && !term.carried() && meant(term);
            absent |= !term.carried() && !term.known() && in < HALF && named(term);
        }
        double coverage = held / total;
        double type = type(fact.value());
        double score = COVERAGE * coverage
                + TYPE * type
                - LENGTH * Math.min(1, (double) value.sequence().size() / LONG)
                - (news(value) || (question.aims(Aim.YES_NO) && said > HALF) ? 0 : REPEATED)
                - (other(fact) ? fact.kind() == Fact.Kind.SECTION ? 1 : OTHER : 0);
        return new FoundFact(
                fact,
                score,
                Math.max(coverage, ownTotal > 0 ? (question.leans() ? CARRIED : 1) * own / ownTotal : 0),
                headed,
                type > UNSURE,
                absent,
                !otherwise && lone.in(fact.value()),
                said,
                literal);
    }

    /** How far the fact says a term itself, or what it stands under does. */
    private double beside(Term term, Fact fact) {
        return Stream.of(fact.value(), fact.about(), fact.header(), fact.label(), fact.above())
                .mapToDouble(text -> term.in(tokens(text)))
                .max()
                .orElse(0);
    }

    /** Whether the term names something that only its name tells, as a colour or an occupation, of no form of its own. */
    private static boolean named(Term term) {
        return !term.concepts().isEmpty() && term.concepts().stream().noneMatch(FactFinder::typed);
    }

    /** Whether it is told what the term means: it stands in the document, the lexicon has it, or it is a name. */
    private boolean meant(Term term) {
        return (term.known() && term.weight() >= slight)
                || term.name()
                || !term.concepts().isEmpty();
    }

    /** How far the fact says a term, 0 to 1. */
    private double held(Term term, Fact fact, Tokens value) {
        double inValue = (fact.kind() == Fact.Kind.SECTION ? ABOVE : 1) * term.in(value);
        double in = Math.max(inValue, term.in(tokens(fact.about())));
        in = Math.max(in, Math.max(HEADER * term.in(tokens(fact.header())), ABOVE * term.in(tokens(fact.above()))));
        if (term.concepts().stream().anyMatch(fact.concepts()::contains)) {
            return 1;
        }
        if (in < FORM && term.forms().stream().anyMatch(form -> form.in(fact.value()))) {
            return FORM;
        }
        boolean stated = term.kinds().stream().anyMatch(kind -> kind.in(fact.value()))
                || term.concepts().stream().anyMatch(concept -> Lexicon.measured(concept, fact.value()));
        return in < KIND && stated ? KIND : in;
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
            boolean there =
                    (wants.stream().anyMatch(type -> type.in(value)) && !share(value)) || numbered(wants, value);
            boolean hour = !there && wants.contains(ValueType.DATE) && ValueType.TIME.in(value);
            return hour ? HOUR : there && measured(value) ? 1 : 0;
        }
        if (question.aims(Aim.WHO)) {
            boolean cased = value.codePoints().anyMatch(c -> Character.isUpperCase(c) || Character.isLowerCase(c));
            return !cased ? 0.5 : NAME.matcher(value).find() ? 1 : 0.2;
        }
        return 0.5;
    }

    /** Whether all figures are shares, where something else is asked for. */
    private boolean share(String value) {
        return question.wants().contains(ValueType.NUMBER)
                && !asked.contains("share")
                && ValueType.PERCENT.in(value)
                && !ValueType.NUMBER.in(value.replaceAll("[\\p{Nd}.,]*\\p{Nd}\\s?[%％٪]", ""));
    }

    /** Whether it has a unit of what is asked for, where that has units: what is asked how heavy is no amount. */
    private boolean measured(String value) {
        return measures.isEmpty() || measures.stream().anyMatch(concept -> Lexicon.measured(concept, value));
    }

    /** Whether a figure that is wanted is written as a word. */
    private boolean numbered(Set<ValueType> wants, String value) {
        return wants.contains(ValueType.NUMBER)
                && LanguageWords.of(index.language()).says(Plain.of(value), "numbers");
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
