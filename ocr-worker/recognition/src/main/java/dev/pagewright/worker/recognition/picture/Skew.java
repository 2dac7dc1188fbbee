package dev.pagewright.worker.recognition.picture;

import java.util.Arrays;

/**
 * How much the lines of a picture slant: the angle at which the lower edges of its strokes fall into the fewest rows
 * (projection profiles; Postl, US patent 4723297, 1988).
 *
 * @param degrees clockwise from level, -15 to 15
 * @param gain sharpness of the profile at that angle against level: above 1.1 or so the angle can be believed
 * @param sideways sharpness of the profile of columns against that of rows: above 1.5 or so lines run up or down
 */
public record Skew(double degrees, double gain, double sideways) {

    private static final double WIDEST = 15;
    private static final int FEWEST = 150;
    private static final int MOST = 60_000;
    /** Of a level picture, or of one with too little on it to tell. */
    public static final Skew NONE = new Skew(0, 1, 0);

    /** @param ink of a copy of about a thousand pixels a side */
    public static Skew of(Ink ink) {
        int[] bottoms = edges(ink, 0, 1);
        if (bottoms.length < 2 * FEWEST) {
            return NONE;
        }
        double best = 0;
        double bestScore = score(bottoms, 0);
        double level = bestScore;
        for (double angle = -WIDEST; angle <= WIDEST; angle += 0.5) {
            double score = score(bottoms, angle);
            if (score > bestScore) {
                bestScore = score;
                best = angle;
            }
        }
        double coarse = best;
        for (double angle = coarse - 0.5; angle <= coarse + 0.5; angle += 0.1) {
            double score = score(bottoms, angle);
            if (score > bestScore) {
                bestScore = score;
                best = angle;
            }
        }
        double columns = score(swapped(edges(ink, 1, 0)), 0);
        return new Skew(best, bestScore / level, columns / bestScore);
    }

    /** Pixels of ink whose neighbour in the given direction is paper: x and y in turn. */
    private static int[] edges(Ink ink, int dx, int dy) {
        int[] points = new int[1024];
        int size = 0;
        for (int at = ink.bits().nextSetBit(0); at >= 0; at = ink.bits().nextSetBit(at + 1)) {
            int x = at % ink.width();
            int y = at / ink.width();
            if (x + dx >= ink.width() || y + dy >= ink.height() || ink.at(x + dx, y + dy)) {
                continue;
            }
            if (size == points.length) {
                points = Arrays.copyOf(points, size * 2);
            }
            points[size++] = x;
            points[size++] = y;
        }
        return thinned(points, size);
    }

    private static int[] thinned(int[] points, int size) {
        int step = 1 + size / 2 / MOST;
        int[] kept = new int[(size / 2 + step - 1) / step * 2];
        for (int i = 0, to = 0; i < size / 2; i += step) {
            kept[to++] = points[2 * i];
            kept[to++] = points[2 * i + 1];
        }
        return kept;
    }

    private static int[] swapped(int[] points) {
        int[] swapped = new int[points.length];
        for (int i = 0; i < points.length; i += 2) {
            swapped[i] = points[i + 1];
            swapped[i + 1] = points[i];
        }
        return swapped;
    }

    /** Mean squared count of a row, against what an even spread would give; 0 without points (a strip has no edges across). */
    private static double score(int[] points, double degrees) {
        if (points.length == 0) {
            return 0;
        }
        double cos = Math.cos(Math.toRadians(degrees));
        double sin = Math.sin(Math.toRadians(degrees));
        double lowest = Double.POSITIVE_INFINITY;
        double highest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < points.length; i += 2) {
            double row = points[i + 1] * cos - points[i] * sin;
            lowest = Math.min(lowest, row);
            highest = Math.max(highest, row);
        }
        int[] rows = new int[(int) (highest - lowest) + 2];
        for (int i = 0; i < points.length; i += 2) {
            rows[(int) (points[i + 1] * cos - points[i] * sin - lowest)]++;
        }
        double sum = 0;
        for (int count : rows) {
            sum += (double) count * count;
        }
        double points2 = points.length / 2.0;
        return sum / (points2 * points2);
    }
}
