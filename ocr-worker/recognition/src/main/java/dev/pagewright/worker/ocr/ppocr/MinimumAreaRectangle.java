package dev.pagewright.worker.ocr.ppocr;

import java.util.Arrays;

/**
 * The smallest rectangle around a set of points, by rotating calipers over the convex hull (Toussaint 1983; hull by
 * Andrew's monotone chain).
 */
final class MinimumAreaRectangle {

    private MinimumAreaRectangle() {}

    /**
     * @param points x and y in turn, pixels
     * @return width along the text: the longer side, and the nearer to horizontal where the sides are alike
     */
    static Quad around(int[] points) {
        double[] hull = hull(points);
        int corners = hull.length / 2;
        if (corners == 1) {
            return new Quad(hull[0], hull[1], 0, 0, 0);
        }
        double bestArea = Double.POSITIVE_INFINITY;
        Quad best = new Quad(hull[0], hull[1], 0, 0, 0);
        for (int i = 0; i < corners; i++) {
            int next = (i + 1) % corners;
            double angle = Math.atan2(hull[2 * next + 1] - hull[2 * i + 1], hull[2 * next] - hull[2 * i]);
            Quad candidate = alongAngle(hull, angle);
            double area = candidate.width() * candidate.height();
            if (area < bestArea) {
                bestArea = area;
                best = candidate;
            }
        }
        return upright(best);
    }

    private static Quad alongAngle(double[] hull, double angle) {
        double cos = Math.cos(angle);
        double sin = Math.sin(angle);
        double minU = Double.POSITIVE_INFINITY;
        double maxU = Double.NEGATIVE_INFINITY;
        double minV = Double.POSITIVE_INFINITY;
        double maxV = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < hull.length; i += 2) {
            double u = hull[i] * cos + hull[i + 1] * sin;
            double v = hull[i + 1] * cos - hull[i] * sin;
            minU = Math.min(minU, u);
            maxU = Math.max(maxU, u);
            minV = Math.min(minV, v);
            maxV = Math.max(maxV, v);
        }
        double u = (minU + maxU) / 2;
        double v = (minV + maxV) / 2;
        return new Quad(u * cos - v * sin, u * sin + v * cos, maxU - minU, maxV - minV, angle);
    }

    /** The same rectangle with the angle in -45..45 degrees; a tall one is read from top to bottom. */
    private static Quad upright(Quad quad) {
        double angle = quad.angle();
        double width = quad.width();
        double height = quad.height();
        while (angle > Math.PI / 4 + 1e-9) {
            angle -= Math.PI / 2;
            double swap = width;
            width = height;
            height = swap;
        }
        while (angle < -Math.PI / 4 - 1e-9) {
            angle += Math.PI / 2;
            double swap = width;
            width = height;
            height = swap;
        }
        return new Quad(quad.centerX(), quad.centerY(), width, height, angle);
    }

    private static double[] hull(int[] points) {
        int count = points.length / 2;
        long[] sorted = new long[count];
        for (int i = 0; i < count; i++) {
            sorted[i] = ((long) points[2 * i] << 32) | (points[2 * i + 1] & 0xffffffffL);
        }
        Arrays.sort(sorted);
        double[] chain = new double[4 * count + 2];
        int size = 0;
        for (int i = 0; i < count; i++) {
            size = push(chain, size, 0, sorted[i]);
        }
        int lower = size;
        for (int i = count - 2; i >= 0; i--) {
            size = push(chain, size, lower - 1, sorted[i]);
        }
        return Arrays.copyOf(chain, 2 * Math.max(1, size - 1));
    }

    /** Adds a point to the chain, dropping those before it (down to {@code floor}) that would make a right turn. */
    private static int push(double[] chain, int size, int floor, long point) {
        double x = (int) (point >> 32);
        double y = (int) point;
        int n = size;
        while (n - floor >= 2 && cross(chain, n, x, y) <= 0) {
            n--;
        }
        chain[2 * n] = x;
        chain[2 * n + 1] = y;
        return n + 1;
    }

    private static double cross(double[] chain, int size, double x, double y) {
        double ax = chain[2 * size - 4];
        double ay = chain[2 * size - 3];
        double bx = chain[2 * size - 2];
        double by = chain[2 * size - 1];
        return (bx - ax) * (y - ay) - (by - ay) * (x - ax);
    }
}
