package dev.pagewright.worker.layout;

import dev.pagewright.document.BoundingBox;
import dev.pagewright.document.Line;
import dev.pagewright.document.Word;
import dev.pagewright.worker.page.Ruling;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Leaves out rulings that are strokes of letters, or strike them through: those that lie within words. */
final class TextStrokes {

    /** Share of a word's height at its upper and lower edge where a rule may touch it. */
    private static final double RIM = 0.2;

    private static final double COVERED = 0.7;

    private final Map<Integer, List<BoundingBox>> boxesByBucket = new HashMap<>();
    private final double bucket;

    private TextStrokes(List<Line> lines, double size) {
        this.bucket = Math.max(1e-3, 2 * size);
        for (Line line : lines) {
            for (Word word : line.words()) {
                int first = bucketOf(word.box().top());
                int last = Math.min(bucketOf(word.box().bottom()), first + 64);
                for (int i = first; i <= last; i++) {
                    boxesByBucket.computeIfAbsent(i, key -> new ArrayList<>()).add(word.box());
                }
            }
        }
    }

    static List<Ruling> without(List<Ruling> rulings, List<Line> lines, double size) {
        if (rulings.isEmpty() || lines.isEmpty()) {
            return rulings;
        }
        var strokes = new TextStrokes(lines, size);
        return rulings.stream().filter(ruling -> !strokes.within(ruling)).toList();
    }

    private int bucketOf(double y) {
        return (int) Math.floor(y / bucket);
    }

    private boolean within(Ruling ruling) {
        double length = Math.max(ruling.x2() - ruling.x1(), ruling.y2() - ruling.y1());
        if (length <= 0 || length > 20 * bucket) {
            return false; // no word is as long
        }
        return ruling.horizontal() ? across(ruling, length) : upright(ruling, length);
    }

    private boolean across(Ruling ruling, double length) {
        double y = (ruling.y1() + ruling.y2()) / 2;
        double covered = 0;
        for (BoundingBox box : boxesByBucket.getOrDefault(bucketOf(y), List.of())) {
            double rim = RIM * box.height();
            if (y > box.top() + rim && y < box.bottom() - rim) {
                covered += Math.max(0, Math.min(ruling.x2(), box.right()) - Math.max(ruling.x1(), box.left()));
            }
        }
        return covered >= COVERED * length;
    }

    private boolean upright(Ruling ruling, double length) {
        double x = (ruling.x1() + ruling.x2()) / 2;
        double middle = (ruling.y1() + ruling.y2()) / 2;
        for (BoundingBox box : boxesByBucket.getOrDefault(bucketOf(middle), List.of())) {
            double common = Math.min(ruling.y2(), box.bottom()) - Math.max(ruling.y1(), box.top());
            if (x > box.left() && x < box.right() && common >= COVERED * length) {
                return true;
            }
        }
        return false;
    }
}
