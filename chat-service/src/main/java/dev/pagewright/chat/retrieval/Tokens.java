package dev.pagewright.chat.retrieval;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The tokens of a text, in order, quick to ask. */
public final class Tokens {

    public static final Tokens NONE = new Tokens(List.of());

    private final List<String> sequence;
    private final Set<String> all;

    public Tokens(List<String> sequence) {
        this.sequence = List.copyOf(sequence);
        this.all = new HashSet<>(sequence);
    }

    public boolean has(String token) {
        return all.contains(token);
    }

    public List<String> sequence() {
        return sequence;
    }
}
