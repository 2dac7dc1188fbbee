package dev.pagewright.chat.retrieval;

import dev.pagewright.field.Lexicon;
import dev.pagewright.field.ValueType;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Something that a question asks about, in the tokens of a document.
 *
 * @param ways token sequences that say it, the question's own first
 * @param weight how much it tells in this document, 0 and up
 * @param known whether any of its ways stands in the document
 * @param name whether it is a name, which nothing else stands for
 * @param concepts of the lexicon that it names
 * @param forms kinds of values whose form alone tells what they are: an address of mail needs no label
 * @param kinds kinds of values any of which states it, though less surely than under its label: a price is an amount
 * @param carried whether it was taken over from the question before
 */
public record Term(
        List<Way> ways,
        double weight,
        boolean known,
        boolean name,
        Set<String> concepts,
        Set<ValueType> forms,
        Set<ValueType> kinds,
        boolean carried) {

    private static final Set<ValueType> TELLING = Set.of(ValueType.EMAIL, ValueType.PHONE, ValueType.IBAN);

    /**
     * @param tokens that together say it
     * @param worth 1 for the question's own word, less for a synonym, an inflection or what may be misspelt
     */
    public record Way(List<String> tokens, double worth) {}

    public Term {
        ways = List.copyOf(ways);
        concepts = Set.copyOf(concepts);
        forms = Set.copyOf(forms);
        kinds = Set.copyOf(kinds);
    }

    /** The kinds of those concepts that any value of their kind states. */
    static Set<ValueType> kinds(Set<String> concepts) {
        return concepts.stream()
                .filter(Lexicon::stated)
                .flatMap(concept -> Lexicon.type(concept).stream())
                .collect(Collectors.toSet());
    }

    /** Those of the concepts' kinds of values that tell by themselves what they are. */
    static Set<ValueType> forms(Set<String> concepts) {
        return concepts.stream()
                .flatMap(concept -> Lexicon.type(concept).stream())
                .filter(TELLING::contains)
                .collect(Collectors.toSet());
    }

    /** Whether the tokens hold the question's own word, in any inflection that the analysis folds. */
    public boolean literally(Tokens tokens) {
        return ways.getFirst().tokens().stream().allMatch(tokens::has);
    }

    /** How far the tokens say it, 0 to 1; half of a phrase says less than half of it. */
    public double in(Tokens tokens) {
        double best = 0;
        for (Way way : ways) {
            if (way.worth > best) {
                long there = way.tokens.stream().filter(tokens::has).count();
                double part = (double) there / way.tokens.size();
                best = Math.max(best, way.worth * part * part);
            }
        }
        return best;
    }
}
