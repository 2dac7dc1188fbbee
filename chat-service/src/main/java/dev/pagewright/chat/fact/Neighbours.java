package dev.pagewright.chat.fact;

import dev.pagewright.chat.passage.Passage;
import dev.pagewright.document.BoundingBox;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A short text that stands above or left of another, as a label above or beside its value. */
final class Neighbours {

    private static final int WORDS = 5;
    private static final int LONGEST_VALUE = 120;
    private static final int FAR = 8;
    /** In heights of the label's line: how far below the value may be. */
    private static final double GAP = 1.6;

    private Neighbours() {}

    static Optional<Fact> of(List<Passage> document, Passage label) {
        if (!label(label) || label.lines().isEmpty()) {
            return Optional.empty();
        }
        BoundingBox box = label.lines().getLast().box();
        for (int i = label.ordinal() + 1; i < Math.min(document.size(), label.ordinal() + FAR); i++) {
            Passage value = document.get(i);
            if (value.page() != label.page()) {
                break;
            }
            if (value.text().length() <= LONGEST_VALUE
                    && !value.lines().isEmpty()
                    && near(box, value.lines().getFirst().box())) {
                List<BoundingBox> boxes = new ArrayList<>();
                value.lines().forEach(line -> boxes.add(line.box()));
                return Optional.of(new Fact(
                        Fact.Kind.PAIR,
                        value,
                        label.text(),
                        "",
                        label.text(),
                        value.text(),
                        value.context(),
                        Set.of(),
                        value.text(),
                        boxes));
            }
        }
        return Optional.empty();
    }

    private static boolean label(Passage passage) {
        String text = passage.text();
        return passage.row() == null
                && text.codePoints().anyMatch(Character::isLetter)
                && text.codePoints().noneMatch(Character::isDigit)
                && text.split(" ", -1).length <= WORDS;
    }

    private static boolean near(BoundingBox label, BoundingBox value) {
        double height = Math.max(1, label.bottom() - label.top());
        boolean below = Math.abs(value.left() - label.left()) < height
                && value.top() > label.top() + height / 2
                && value.top() - label.bottom() < height * GAP;
        boolean beside = Math.abs(value.top() - label.top()) < height / 2 && value.left() >= label.right();
        return below || beside;
    }
}
