package dev.pagewright.worker.ocr.ppocr;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Text lines out of a probability map: threshold, connected regions, smallest rectangles, expanded again by what
 * training shrank them (Liao et al., "Real-time Scene Text Detection with Differentiable Binarization", AAAI 2020,
 * sections 3.3 and 3.5).
 */
final class DifferentiableBinarization {

    private static final float PIXEL_THRESHOLD = 0.3f;
    private static final double REGION_THRESHOLD = 0.5;
    private static final double EXPANSION = 1.6;
    private static final double SMALLEST_SIDE = 3;
    private static final int MOST_REGIONS = 4000;

    private DifferentiableBinarization() {}

    /** Rectangles of lines in the map's pixels, in the order of their first pixel. */
    static List<Quad> lines(ProbabilityMap map) {
        boolean[] mask = mask(map);
        List<Quad> lines = new ArrayList<>();
        int[] stack = new int[1024];
        int[] edge = new int[1024];
        int regions = 0;
        for (int start = 0; start < mask.length && regions < MOST_REGIONS; start++) {
            if (!mask[start]) {
                continue;
            }
            regions++;
            int edges = 0;
            int depth = 0;
            stack[depth++] = start;
            mask[start] = false;
            while (depth > 0) {
                int at = stack[--depth];
                if (edges + 2 > edge.length) {
                    edge = Arrays.copyOf(edge, edge.length * 2);
                }
                edge[edges++] = at % map.width();
                edge[edges++] = at / map.width();
                if (depth + 8 > stack.length) {
                    stack = Arrays.copyOf(stack, stack.length * 2);
                }
                depth = pushNeighbours(mask, map.width(), map.height(), at, stack, depth);
            }
            Quad line = line(map, Arrays.copyOf(edge, edges));
            if (line != null) {
                lines.add(line);
            }
        }
        return lines;
    }

    private static @org.jspecify.annotations.Nullable Quad line(ProbabilityMap map, int[] points) {
        Quad core = MinimumAreaRectangle.around(points);
        if (Math.min(core.width(), core.height()) < SMALLEST_SIDE || map.mean(core) < REGION_THRESHOLD) {
            return null;
        }
        // the offset that undoes the shrinking: area x ratio / perimeter
        double margin = core.width() * core.height() * EXPANSION / (2 * (core.width() + core.height()));
        Quad whole = core.expand(margin);
        return Math.min(whole.width(), whole.height()) < SMALLEST_SIDE + 2 ? null : whole;
    }

    /** Pixels above the threshold, grown by one to the right and below, so that thin bridges hold. */
    private static boolean[] mask(ProbabilityMap map) {
        int width = map.width();
        boolean[] mask = new boolean[map.values().length];
        for (int y = 0; y < map.height(); y++) {
            for (int x = 0; x < width; x++) {
                if (map.values()[y * width + x] > PIXEL_THRESHOLD) {
                    int right = Math.min(x + 1, width - 1);
                    int below = Math.min(y + 1, map.height() - 1);
                    mask[y * width + x] = true;
                    mask[y * width + right] = true;
                    mask[below * width + x] = true;
                    mask[below * width + right] = true;
                }
            }
        }
        return mask;
    }

    private static int pushNeighbours(boolean[] mask, int width, int height, int at, int[] stack, int depth) {
        int x = at % width;
        int y = at / width;
        int size = depth;
        for (int ny = Math.max(0, y - 1); ny <= Math.min(height - 1, y + 1); ny++) {
            for (int nx = Math.max(0, x - 1); nx <= Math.min(width - 1, x + 1); nx++) {
                int neighbour = ny * width + nx;
                if (mask[neighbour]) {
                    mask[neighbour] = false;
                    stack[size++] = neighbour;
                }
            }
        }
        return size;
    }
}
