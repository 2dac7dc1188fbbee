package dev.pagewright.chat.retrieval;

import dev.pagewright.chat.language.LanguageWords;
import dev.pagewright.chat.language.Opposites;
import dev.pagewright.chat.passage.Passage;
import dev.pagewright.field.Lexicon;
import dev.pagewright.field.ValueType;
import java.io.Closeable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;

/** A document ready to be asked: its passages, its word index and, once they are there, its vectors. Thread-safe. */
public final class DocumentIndex implements Closeable {

    /** What words count that are about asking. */
    private static final double LIGHT = 0.12;
    /** What a term of the lexicon tells at the least, as a share of what stands once: its many ways stand in many places. */
    private static final double LEAST = 0.5;

    /** In letters: words that may be misspelt twice. */
    private static final int LONG = 8;

    /** What terms count that any value of their kind states, such as cost. */
    private static final double GENERIC = 0.6;

    /** What a term counts that is stated by another kind of value than is asked for, where another term is not. */
    private static final double OTHER_KIND = 0.25;

    /** What other terms of the same concept count beside the question's own word. */
    private static final double SYNONYM = 0.9;

    /** What a word counts that is not of the document's language, that no lexicon has and that stands nowhere. */
    private static final double FOREIGN = 0.25;

    private final List<Passage> passages;
    private final Map<Integer, String> pages;
    private final TextAnalysis analysis;
    private final WordIndex words;
    private final Vocabulary vocabulary;
    private final Set<Integer> contents;
    private final Set<Integer> furniture;
    private final Map<Integer, Tokens> tokens = new ConcurrentHashMap<>();
    private final AtomicBoolean asked = new AtomicBoolean();
    private volatile Vectors vectors = Vectors.NONE;

    /**
     * @param pages text of each page by its index, running headers and footers too: they name the document
     * @param language ISO 639 code
     */
    public DocumentIndex(List<Passage> passages, Map<Integer, String> pages, String language) {
        this.passages = List.copyOf(passages);
        this.pages = new LinkedHashMap<>(pages);
        this.analysis = TextAnalysis.of(language);
        this.words = new WordIndex(passages, pages, analysis);
        this.vocabulary = new Vocabulary(pages.values(), analysis);
        this.contents = TableOfContents.of(passages);
        this.furniture = Furniture.of(passages);
    }

    public List<Passage> passages() {
        return passages;
    }

    public TextAnalysis analysis() {
        return analysis;
    }

    public String language() {
        return analysis.language();
    }

    /** True the first time, and never again. */
    public boolean firstAsked() {
        return asked.compareAndSet(false, true);
    }

    Vectors vectors() {
        return vectors;
    }

    public void use(Vectors ready) {
        vectors = ready;
    }

    WordIndex words() {
        return words;
    }

    /** Text of a page by its index; empty where there is none. */
    public String page(int index) {
        return pages.getOrDefault(index, "");
    }

    /** Texts of all pages. */
    public Collection<String> pages() {
        return pages.values();
    }

    /** How many pages have text. */
    public int pageCount() {
        return pages.size();
    }

    /** Tokens of a passage's own text. */
    Tokens tokens(Passage passage) {
        return tokens.computeIfAbsent(passage.ordinal(), o -> new Tokens(analysis.tokens(passage.text())));
    }

    /** Whether the passage may tell something: not what stands on every page, nor, unless a page is sought, a table of contents. */
    public boolean telling(Passage passage, Question question) {
        return !furniture(passage.ordinal()) && (question.seeksPage() || !contents(passage.ordinal()));
    }

    /** Whether the passage is a line of a table of contents. */
    boolean contents(int ordinal) {
        return contents.contains(ordinal);
    }

    /** Whether the passage stands on many pages alike and says nothing. */
    boolean furniture(int ordinal) {
        return furniture.contains(ordinal);
    }

    /** Concepts of the lexicon that a label of this document names. */
    public Set<String> named(String label) {
        return TermLexicon.of(language()).named(label);
    }

    /** What a question asks about, in this document's tokens and weighed by what is rare in it. */
    public List<Term> terms(Question question) {
        List<Term> terms = new ArrayList<>();
        Set<List<Term.Way>> seen = new HashSet<>();
        for (Question.Word word : question.words()) {
            List<Term.Way> ways = ways(word, question);
            if (!ways.isEmpty() && seen.add(ways)) {
                int frequency = words.frequency(ways);
                boolean known = frequency > 0;
                boolean asks = !known && (word.light() || asking(word, question.language()));
                if (asks || implied(word, question)) {
                    continue;
                }
                boolean generic =
                        !word.concepts().isEmpty() && word.concepts().stream().allMatch(Lexicon::stated);
                double rare = words.weight(frequency);
                double weight = (word.concepts().isEmpty() ? rare : Math.max(rare, LEAST * words.weight(1)))
                        * word.share()
                        * (word.light() ? LIGHT : generic ? GENERIC : 1)
                        * fit(word, question);
                boolean foreign = !known
                        && word.concepts().isEmpty()
                        && !question.language().equals(language());
                terms.add(new Term(
                        ways,
                        foreign ? weight * FOREIGN : weight,
                        known,
                        word.name(),
                        word.concepts(),
                        Term.forms(word.concepts()),
                        Term.kinds(word.concepts()),
                        word.share() < 1));
            }
        }
        return terms;
    }

    /** "When do I have to pay?" asks for a day: what names an amount tells less than what names a day. */
    private static double fit(Question.Word word, Question question) {
        Set<ValueType> types = types(word);
        boolean other = !types.isEmpty() && types.stream().noneMatch(question.wants()::contains);
        boolean told =
                question.words().stream().flatMap(one -> types(one).stream()).anyMatch(question.wants()::contains);
        return other && told ? OTHER_KIND : 1;
    }

    private static Set<ValueType> types(Question.Word word) {
        return word.concepts().stream()
                .flatMap(concept -> Lexicon.type(concept).stream())
                .collect(Collectors.toSet());
    }

    /** Whether what answers need not say it, and no line of the document says the word itself. */
    private boolean implied(Question.Word word, Question question) {
        return question.words().size() > 1
                && !question.aims(Aim.WHO)
                && !word.concepts().isEmpty()
                && word.concepts().stream().allMatch(Lexicon::implied)
                && words.pages(word.tokens()) == 0;
    }

    /** Whether a word that stands nowhere may be a word of asking that is misspelt. */
    private static boolean asking(Question.Word word, String language) {
        return word.concepts().isEmpty()
                && word.raw().length() >= 4
                && LanguageWords.of(language).list("small").stream()
                        .anyMatch(small -> small.length() >= 4 && Spelling.within(word.raw(), small, 1));
    }

    private List<Term.Way> ways(Question.Word word, Question question) {
        String from = question.language();
        List<Term.Way> ways = new ArrayList<>();
        // of a phrase of asking, such as "before which date", a word alone says something else
        boolean lost = word.tokens().size() == 1
                && word.raw().indexOf(' ') > 0
                && !word.concepts().isEmpty();
        if (!word.tokens().isEmpty() && !lost) {
            ways.add(new Term.Way(word.tokens(), 1));
        }
        concepts(word.concepts(), from.equals(language()) ? SYNONYM : 1, ways);
        if (question.aims(Aim.YES_NO)) {
            opposites(word, from, ways);
        }
        boolean there = ways.stream().anyMatch(way -> words.pages(way.tokens()) > 0);
        if (!word.light()) {
            ways.addAll(vocabulary.joined(word.raw()));
        }
        if (!there && !word.light()) {
            ways.addAll(vocabulary.parted(word.raw()));
            ways.addAll(vocabulary.near(word.raw()));
            if (word.concepts().isEmpty()) {
                concepts(misspelt(word.raw(), from), SYNONYM * SYNONYM, ways);
            }
        }
        return ways;
    }

    /** Whether something is paid is also told by what says that it is not. */
    private void opposites(Question.Word word, String from, List<Term.Way> ways) {
        Opposites here = Opposites.of(language());
        for (Opposites.Side side : Opposites.of(from).said(word.raw(), true)) {
            for (String phrase : here.phrases(side.scale())) {
                vocabulary.written(phrase).forEach(written -> {
                    List<String> tokens = analysis.tokens(written);
                    if (!tokens.isEmpty()
                            && ways.stream().noneMatch(way -> way.tokens().equals(tokens))) {
                        ways.add(new Term.Way(tokens, SYNONYM));
                    }
                });
            }
        }
    }

    private void concepts(Set<String> concepts, double worth, List<Term.Way> ways) {
        Map<String, List<String>> lexicon = Lexicon.labels(language());
        Set<List<String>> said = new HashSet<>();
        ways.forEach(way -> said.add(way.tokens()));
        for (String concept : concepts) {
            for (String term : lexicon.getOrDefault(concept, List.of())) {
                List<String> tokens = analysis.tokens(term);
                if (!tokens.isEmpty() && said.add(tokens)) {
                    ways.add(new Term.Way(tokens, worth));
                }
            }
        }
    }

    /** Concepts of the lexicon that a word may mean that is spelt wrong. */
    private static Set<String> misspelt(String word, String language) {
        String sought = Vocabulary.fold(word);
        if (sought.length() < 5) {
            return Set.of();
        }
        TermLexicon lexicon = TermLexicon.of(language);
        Set<String> concepts = new HashSet<>();
        for (String term : lexicon.vocabulary()) {
            if (near(sought, Vocabulary.fold(term))) {
                concepts.addAll(lexicon.concepts(term));
            }
        }
        return concepts;
    }

    /** One edit; two in a long word that begins alike. */
    private static boolean near(String sought, String term) {
        boolean longer = sought.length() >= LONG && !term.isEmpty() && term.charAt(0) == sought.charAt(0);
        return Spelling.within(sought, term, longer ? 2 : 1);
    }

    @Override
    public void close() {
        words.close();
    }
}
