package dev.pagewright.worker.vision.grounding;

import dev.pagewright.document.BoundingBox;
import dev.pagewright.document.Line;
import dev.pagewright.worker.vision.alignment.Alignment;
import dev.pagewright.worker.vision.alignment.Alignment.Place;
import dev.pagewright.worker.vision.alignment.Alignment.Verdict;
import dev.pagewright.worker.vision.alignment.Answer.AnswerWord;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where words of an answer stand, and how far to believe them. */
final class WordBoxes {

    /** Two readers that agree err seldom. */
    private static final double AGREED = 0.6;

    private static final double PLACED = 0.5;
    private static final double UNREAD = 0.3;
    private static final double INVENTED = 0.1;
    private static final double NEUTRAL = 0.8;

    private final Alignment alignment;

    private final List<Line> lines;

    /** @param lines of the page */
    WordBoxes(Alignment alignment, List<Line> lines) {
        this.alignment = alignment;
        this.lines = lines;
    }

    /** Index of the page's line on which the word begins, -1 where it stands nowhere. */
    int line(AnswerWord word) {
        List<Place> places = alignment.places(word);
        return places.isEmpty() ? -1 : places.getFirst().line();
    }

    /** The place on that line of the page; null where the word has none there. */
    @Nullable BoundingBox box(AnswerWord word, int line) {
        List<BoundingBox> parts = alignment.places(word).stream()
                .filter(place -> place.line() == line)
                .map(place -> part(place, lines.get(line)))
                .toList();
        return parts.isEmpty() ? null : BoundingBox.hull(parts);
    }

    private static BoundingBox part(Place place, Line line) {
        BoundingBox box = place.word().box();
        boolean level = Math.cos(Math.toRadians(line.angle())) > 0.7;
        if (!level || (place.from() == 0 && place.to() == 1)) {
            return box;
        }
        double from = place.from() * box.width();
        double to = place.to() * box.width();
        return rightToLeft(line.text())
                ? new BoundingBox(box.right() - to, box.top(), box.right() - from, box.bottom())
                : new BoundingBox(box.left() + from, box.top(), box.left() + to, box.bottom());
    }

    private static boolean rightToLeft(String text) {
        return text.codePoints()
                        .map(Character::getDirectionality)
                        .filter(direction -> direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                                || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC)
                        .count()
                > text.length() / 3;
    }

    double confidence(AnswerWord word, Verdict verdict) {
        double local = alignment.places(word).stream()
                .mapToDouble(place -> place.word().confidence())
                .average()
                .orElse(0);
        return Math.clamp(
                switch (verdict) {
                    case CONFIRMED -> local + (1 - local) * AGREED;
                    case PLACED -> PLACED;
                    case UNREAD -> UNREAD;
                    case INVENTED -> INVENTED;
                    case NEUTRAL -> NEUTRAL;
                },
                0,
                1);
    }

    /** Boxes for all: one that is missing lies between its neighbours. */
    static List<BoundingBox> complete(List<@Nullable BoundingBox> boxes, BoundingBox line) {
        List<BoundingBox> all = new ArrayList<>();
        for (int i = 0; i < boxes.size(); i++) {
            BoundingBox own = boxes.get(i);
            all.add(own != null ? own : between(i == 0 ? null : all.get(i - 1), next(boxes, i), line));
        }
        return all;
    }

    private static @Nullable BoundingBox next(List<@Nullable BoundingBox> boxes, int from) {
        for (int i = from; i < boxes.size(); i++) {
            BoundingBox box = boxes.get(i);
            if (box != null) {
                return box;
            }
        }
        return null;
    }

    private static BoundingBox between(@Nullable BoundingBox before, @Nullable BoundingBox after, BoundingBox line) {
        double left = before != null ? before.right() : line.left();
        double right = after != null ? after.left() : line.right();
        BoundingBox height = before != null ? before : after != null ? after : line;
        return new BoundingBox(left, height.top(), Math.max(left, right), height.bottom());
    }
}
