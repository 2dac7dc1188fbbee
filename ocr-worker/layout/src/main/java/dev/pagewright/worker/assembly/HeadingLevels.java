package dev.pagewright.worker.assembly;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/**
 * Levels of headings over a document: type sizes that lie close together are one level, the largest is the first;
 * bold headings of the body's size come after them.
 */
final class HeadingLevels {

    private static final double CLOSE = 1.06;
    private static final double LARGER = 1.15;
    private static final int DEEPEST = 6;

    private final double bodySize;
    private final List<Double> tops;

    private HeadingLevels(double bodySize, List<Double> tops) {
        this.bodySize = bodySize;
        this.tops = tops;
    }

    /** @param headings of the document, running ones left out */
    static HeadingLevels of(Stream<BlockFeature> headings, double bodySize) {
        List<Double> sizes = new ArrayList<>();
        headings.filter(block -> block.heading() && block.known() && block.size() >= LARGER * bodySize)
                .forEach(block -> sizes.add(block.size()));
        sizes.sort(Collections.reverseOrder());
        List<Double> tops = new ArrayList<>();
        for (double size : sizes) {
            if (tops.isEmpty() || tops.getLast() > size * CLOSE) {
                tops.add(size);
            }
        }
        return new HeadingLevels(bodySize, tops);
    }

    /** @return 1 to 6; 0 where the block is no heading beside the document's body, -1 where that cannot be told */
    int level(BlockFeature block) {
        if (!block.known() || bodySize <= 0) {
            return -1;
        }
        if (block.size() < LARGER * bodySize) {
            return block.bold() && block.size() >= 0.95 * bodySize ? Math.min(DEEPEST, tops.size() + 1) : 0;
        }
        for (int i = 0; i < tops.size(); i++) {
            if (block.size() * CLOSE >= tops.get(i)) {
                return Math.min(DEEPEST, i + 1);
            }
        }
        return Math.min(DEEPEST, tops.size() + 1);
    }
}
