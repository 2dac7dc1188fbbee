package dev.pagewright.field;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a question asks for by what it speaks of together, whatever its words: when and paying ask for the day on which it is
 * due. After the frames of Fillmore's semantics, of one line each.
 *
 * @param asked kinds of answer of which the question must want each: when, amount, who, where, long (how long), how, number
 * @param concepts that it must speak of, each in a word of its own
 * @param meant concepts whose labels state what is asked for
 */
public record Frame(Set<String> asked, List<String> concepts, Set<String> meant) {

    private static final String ASKED = "?";

    /** Those that ask for more first; of alike ones in the file's order. The first that fits a question counts. */
    public static final List<Frame> ALL = Lexicon.lines("frames.txt").stream()
            .map(Frame::parse)
            .sorted(Comparator.comparingInt(Frame::atoms).reversed())
            .toList();

    public Frame {
        asked = Set.copyOf(asked);
        concepts = List.copyOf(concepts);
        meant = Set.copyOf(meant);
    }

    private int atoms() {
        return asked.size() + concepts.size();
    }

    private static Frame parse(String line) {
        String[] sides = line.split(":", 2);
        List<String> atoms = Arrays.asList(sides[0].strip().split(" ", -1));
        return new Frame(
                atoms.stream()
                        .filter(atom -> atom.startsWith(ASKED))
                        .map(atom -> atom.substring(ASKED.length()))
                        .collect(Collectors.toSet()),
                atoms.stream().filter(atom -> !atom.startsWith(ASKED)).toList(),
                Set.of(sides[1].strip().split(" ", -1)));
    }
}
