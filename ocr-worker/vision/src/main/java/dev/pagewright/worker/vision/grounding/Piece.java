package dev.pagewright.worker.vision.grounding;

import dev.pagewright.document.BoundingBox;
import dev.pagewright.document.Line;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A text of the answer with its place.
 *
 * @param lines that it fills on the page; empty where it stands nowhere
 * @param letters that it has
 * @param confirmed letters in words that the local engines confirm
 * @param unread letters in words for which something else, or something illegible, stands on the page
 * @param invented letters in words that stand nowhere on the page
 */
record Piece(String text, List<Line> lines, int letters, int confirmed, int unread, int invented) {

    private static final double CONFIRMED_ENOUGH = 0.6;

    Piece {
        lines = List.copyOf(lines);
    }

    @Nullable BoundingBox box() {
        return lines.isEmpty()
                ? null
                : BoundingBox.hull(lines.stream().map(Line::box).toList());
    }

    /** One invented word is enough: it may be the one that matters. */
    boolean unverified() {
        return invented + unread > 0 || confirmed < CONFIRMED_ENOUGH * letters;
    }

    static double confidence(List<Line> lines) {
        double mean = lines.stream()
                .flatMap(line -> line.words().stream())
                .mapToDouble(word -> word.confidence())
                .average()
                .orElse(0);
        return Math.clamp(mean, 0, 1);
    }
}
