package dev.pagewright.chat.passage;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The headings above a place, from the highest down. Not thread-safe. */
final class Headings {

    private static final int DEEPEST = 4;
    private static final int MINOR = 7;

    /** What opens a part that headings as large as itself belong to: notes, items, chapters. */
    private static final Pattern PART = Pattern.compile(
            "(?:note|item|part|section|chapter|article|appendix|annex|schedule|anhang|kapitel|abschnitt|teil|artikel|annexe|chapitre|titre)"
                    + "\\s+(?:\\p{Nd}+[A-Z]?|[IVXLC]+|[A-Z])(?:$|[\\s.:)–—-])",
            Pattern.CASE_INSENSITIVE);

    private record Entry(int depth, String text) {}

    private final Deque<Entry> open = new ArrayDeque<>();

    void enter(int level, String text) {
        int depth = 2 * level + (PART.matcher(text).lookingAt() ? 0 : 1);
        while (!open.isEmpty() && open.peekLast().depth >= depth) {
            open.removeLast();
        }
        open.addLast(new Entry(depth, text));
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
