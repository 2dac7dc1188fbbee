package dev.pagewright.chat.retrieval;

import dev.pagewright.chat.passage.Passage;
import java.io.Closeable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;

/** A document ready to be asked: its passages, its word index and, once they are there, its vectors. Thread-safe. */
public final class DocumentIndex implements Closeable {

    /** What words count that are not what is asked about. */
    private static final double FRAME_WEIGHT = 0.15;

    private static final double NAME_WEIGHT = 1.4;

    private final List<Passage> passages;
    private final Map<Integer, String> pages;
    private final TextAnalysis analysis;
    private final WordIndex words;
    private final Tokens front;
    private final Set<Integer> contents;
    private final Set<Integer> furniture;
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
        this.contents = TableOfContents.of(passages);
        this.furniture = Furniture.of(passages);
        this.front =
                new Tokens(analysis.tokens(pages.values().stream().findFirst().orElse("")));
    }

    public List<Passage> passages() {
        return passages;
    }

    public TextAnalysis analysis() {
        return analysis;
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

    /** Whether the passage is a line of a table of contents. */
    boolean contents(int ordinal) {
        return contents.contains(ordinal);
    }

    /** Whether the passage stands on many pages alike and says nothing. */
    boolean furniture(int ordinal) {
        return furniture.contains(ordinal);
    }

    /** Whether the name stands for the document as a whole: on its first page, or on many of them. */
    boolean about(String token) {
        return front.has(token) || everywhere(token);
    }

    /** Whether any way of saying it stands on some page. */
    boolean holds(Concept concept) {
        return concept.ways().stream().anyMatch(way -> way.stream().allMatch(token -> words.pageFrequency(token) > 0));
    }

    private boolean everywhere(String token) {
        int frequency = words.pageFrequency(token);
        return frequency > 0 && frequency * 4 >= pages.size();
    }

    /** What a question asks about, weighed by what is rare in this document. */
    List<Concept> concepts(Question question) {
        List<String> tokens = new ArrayList<>();
        List<Question.Word> owners = new ArrayList<>();
        for (Question.Word word : question.words()) {
            for (String token : word.tokens()) {
                tokens.add(token);
                owners.add(word);
            }
        }
        Synonyms synonyms = Synonyms.of(analysis);
        List<Concept> concepts = new ArrayList<>();
        Set<Set<List<String>>> seen = new HashSet<>();
        for (int i = 0; i < tokens.size(); ) {
            List<List<String>> ways = synonyms.at(tokens, i);
            boolean phrase = !ways.isEmpty();
            if (!phrase) {
                ways = List.of(List.of(tokens.get(i)));
            }
            boolean frame = owners.get(i).frame() && (!phrase || ways.getFirst().size() == 1);
            if (seen.add(Set.copyOf(ways))) { // "revenue from sales" asks for one thing
                add(
                        concepts,
                        ways,
                        frame,
                        owners.get(i).name() && !phrase,
                        owners.get(i).share());
            }
            i += ways.getFirst().size();
        }
        return concepts;
    }

    private void add(List<Concept> concepts, List<List<String>> ways, boolean frame, boolean name, double share) {
        double weight = ways.stream()
                .mapToDouble(
                        way -> way.stream().mapToDouble(words::weight).max().orElse(0))
                .min()
                .orElse(0);
        if (frame) {
            boolean there = ways.getFirst().stream().allMatch(token -> words.frequency(token) > 0);
            weight = there ? weight * FRAME_WEIGHT : 0;
        }
        List<String> said = ways.getFirst();
        if (name) { // the document's own stands everywhere; another is what the question is about
            weight *= said.stream().allMatch(this::everywhere) ? FRAME_WEIGHT : NAME_WEIGHT;
        }
        if (weight > 0) {
            concepts.add(new Concept(
                    ways, weight * share, name, name && said.stream().allMatch(this::about)));
        }
    }

    @Override
    public void close() {
        words.close();
    }
}
