package dev.pagewright.chat.retrieval;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The tokens of a text, in order, quick to ask. */
public final class Tokens {

    public static final Tokens NONE = new Tokens(List.of());

    private final List<String> sequence;
    private final Set<String> all;
    private final Set<String> pairs;

    public Tokens(List<String> sequence) {
        this.sequence = List.copyOf(sequence);
        this.all = new HashSet<>(sequence);
        this.pairs = new HashSet<>();
        for (int i = 1; i < sequence.size(); i++) {
            pairs.add(sequence.get(i - 1) + ' ' + sequence.get(i));
        }
    }

    public boolean has(String token) {
        return all.contains(token);
    }

    Set<String> pairs() {
        return pairs;
    }

    public List<String> sequence() {
        return sequence;
    }
}
