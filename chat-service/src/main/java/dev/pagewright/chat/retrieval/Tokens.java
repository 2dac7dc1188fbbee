package dev.pagewright.chat.retrieval;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The tokens of a text, in order, quick to ask. */
final class Tokens {

    static final Tokens NONE = new Tokens(List.of());

    private final List<String> sequence;
    private final Set<String> all;
    private final Set<String> pairs;

    Tokens(List<String> sequence) {
        this.sequence = List.copyOf(sequence);
        this.all = new HashSet<>(sequence);
        this.pairs = new HashSet<>();
        for (int i = 1; i < sequence.size(); i++) {
            pairs.add(sequence.get(i - 1) + ' ' + sequence.get(i));
        }
    }

    boolean has(String token) {
        return all.contains(token);
    }

    Set<String> pairs() {
        return pairs;
    }

    List<String> sequence() {
        return sequence;
    }
}
