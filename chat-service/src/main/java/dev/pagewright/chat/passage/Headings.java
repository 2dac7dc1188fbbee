package dev.pagewright.chat.passage;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.stream.Collectors;

/** The headings above a place, from the highest down. Not thread-safe. */
final class Headings {

    private static final int DEEPEST = 4;
    private static final int MINOR = 7;

    private record Entry(int level, String text) {}

    private final Deque<Entry> open = new ArrayDeque<>();

    void enter(int level, String text) {
        while (!open.isEmpty() && open.peekLast().level >= level) {
            open.removeLast();
        }
        open.addLast(new Entry(level, text));
    }

    /** A title below every heading. */
    void enterMinor(String text) {
        enter(MINOR, text);
    }

    /** The last few of them, joined; empty where there is none. */
    String path() {
        return open.stream()
                .skip(Math.max(0, open.size() - DEEPEST))
                .map(Entry::text)
                .collect(Collectors.joining(" › "));
    }
}
