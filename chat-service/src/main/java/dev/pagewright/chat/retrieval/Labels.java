package dev.pagewright.chat.retrieval;

import dev.pagewright.chat.passage.Passage;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.regex.Pattern;

/** How far labels of rows and headings are what a question asks for. Not thread-safe. */
final class Labels {

    /** Below this share of the question no label is what is asked for. */
    private static final double LEAST = 0.15;

    private static final int LONGEST_TITLE = 120;

    /** What numbers a heading tells nothing of what it is about. */
    private static final Pattern NUMBER = Pattern.compile(
            "^(?:(?:note|item|part|section|chapter|article|kapitel|abschnitt|teil|artikel|anhang)\\s+[\\p{Nd}IVX]+[A-Z]?|\\p{Nd}+(?:\\.\\p{Nd}+)*)[\\s.:)–—-]+",
            Pattern.CASE_INSENSITIVE);

    private final DocumentIndex index;
    private final List<Concept> concepts;
    private final Function<String, Tokens> tokens;
    private final double total;
    private final Map<String, Double> told = new HashMap<>();
    private double bestLabel = 1;
    private double bestSection = 1;

    Labels(DocumentIndex index, List<Concept> concepts, Function<String, Tokens> tokens) {
        this.index = index;
        this.concepts = concepts;
        this.tokens = tokens;
        this.total =
                Math.max(1e-9, concepts.stream().mapToDouble(Concept::weight).sum());
    }

    /** Labels and headings are measured by the best of all candidates. */
    void candidates(Collection<Passage> passages) {
        bestLabel = best(passages, this::own);
        bestSection = best(passages, this::heading);
    }

    private static double best(Collection<Passage> passages, ToDoubleFunction<Passage> measure) {
        return Math.max(LEAST, passages.stream().mapToDouble(measure).max().orElse(1));
    }

    /** 0 to 1; 0 where it is no row. */
    double label(Passage passage) {
        return Math.min(1, own(passage) / bestLabel);
    }

    /** The same of the headings that the passage stands under, 0 to 1. */
    double section(Passage passage) {
        return Math.min(1, heading(passage) / bestSection);
    }

    private double heading(Passage passage) {
        return passage.above().stream()
                .filter(title -> title.length() <= LONGEST_TITLE)
                .map(title -> NUMBER.matcher(title).replaceFirst(""))
                .mapToDouble(this::told)
                .max()
                .orElse(0);
    }

    private double own(Passage passage) {
        return passage.row() == null || passage.row().label().isEmpty()
                ? 0
                : told(passage.row().label());
    }

    /** How much of the label is asked for, times how much of what is asked it is. */
    private double told(String text) {
        return told.computeIfAbsent(text, this::compared);
    }

    private double compared(String text) {
        Tokens label = tokens.apply(text);
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
}
