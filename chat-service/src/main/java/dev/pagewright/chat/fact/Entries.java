package dev.pagewright.chat.fact;

import dev.pagewright.chat.passage.Passage;
import dev.pagewright.document.BoundingBox;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Short lines set close below each other, read as one: a post with its years, an address, an amount with its note. */
final class Entries {

    private static final int LONGEST = 260;
    private static final int MOST = 4;
    /** In heights of a line: lines that are further apart belong to different entries. */
    private static final double GAP = 0.65;

    private Entries() {}

    static Optional<Fact> from(List<Passage> document, Passage first) {
        var value = new StringBuilder(first.text());
        List<BoundingBox> boxes = new ArrayList<>();
        first.lines().forEach(line -> boxes.add(line.box()));
        Passage last = first;
        int taken = 1;
        for (int i = first.ordinal() + 1; i < document.size() && taken < MOST; i++) {
            Passage next = document.get(i);
            if (!close(last, next) || value.length() + next.text().length() > LONGEST) {
                break;
            }
            value.append(' ').append(next.text());
            next.lines().forEach(line -> boxes.add(line.box()));
            last = next;
            taken++;
        }
        return taken == 1
                ? Optional.empty()
                : Optional.of(new Fact(
                        Fact.Kind.LINE,
                        first,
                        "",
                        "",
                        "",
                        value.toString(),
                        first.context(),
                        Set.of(),
                        value.toString(),
                        boxes));
    }

    private static boolean close(Passage above, Passage below) {
        if (above.page() != below.page()
                || below.row() != null
                || below.kind() == Passage.Kind.HEADING
                || above.lines().isEmpty()
                || below.lines().isEmpty()) {
            return false;
        }
        BoundingBox one = above.lines().getLast().box();
        BoundingBox other = below.lines().getFirst().box();
        double height = Math.max(1, Math.min(one.bottom() - one.top(), other.bottom() - other.top()));
        double gap = other.top() - one.bottom();
        boolean aligned =
                Math.abs(other.left() - one.left()) < height || Math.abs(other.right() - one.right()) < height;
        return aligned && gap > -height / 2 && gap < height * GAP;
    }
}
