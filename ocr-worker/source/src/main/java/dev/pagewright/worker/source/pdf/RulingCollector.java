package dev.pagewright.worker.source.pdf;

import dev.pagewright.worker.page.Ruling;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/** Finds the horizontal and vertical rules among the paths of a page, on the upright page in points. */
final class RulingCollector {

    /** Drawings have more; tables do not. */
    private static final int MOST = 20_000;

    private static final double LEAST_LENGTH = 1;
    private static final double GREATEST_THICKNESS = 3.5;
    private static final double LEVEL = 0.7;
    private static final double HAIRLINE = 0.25;

    private final List<Ruling> rulings = new ArrayList<>();

    List<Ruling> rulings() {
        return rulings;
    }

    /** Whether the path, filled, holds a rule; a cheap question before its colour is asked for. */
    void fill(Path2D path, AffineTransform toUpright, Rectangle2D clip) {
        new Walk() {
            @Override
            void end() {
                if (straight && points > 1 && Math.min(right - left, bottom - top) <= GREATEST_THICKNESS) {
                    add(left, top, right, bottom, clip);
                }
            }
        }.over(path, toUpright);
    }

    void stroke(Path2D path, AffineTransform toUpright, double thickness, Rectangle2D clip) {
        new Walk() {
            @Override
            void line(double x1, double y1, double x2, double y2) {
                double across = Math.min(Math.abs(x2 - x1), Math.abs(y2 - y1));
                if (across <= LEVEL && thickness <= GREATEST_THICKNESS) {
                    boolean level = Math.abs(x2 - x1) >= Math.abs(y2 - y1);
                    double half = Math.max(HAIRLINE, thickness) / 2;
                    double middle = level ? (y1 + y2) / 2 : (x1 + x2) / 2;
                    if (level) {
                        add(Math.min(x1, x2), middle - half, Math.max(x1, x2), middle + half, clip);
                    } else {
                        add(middle - half, Math.min(y1, y2), middle + half, Math.max(y1, y2), clip);
                    }
                }
            }
        }.over(path, toUpright);
    }

    /** A thin picture is a rule too. */
    void add(double left, double top, double right, double bottom, Rectangle2D clip) {
        double l = Math.max(left, clip.getMinX());
        double t = Math.max(top, clip.getMinY());
        double r = Math.min(right, clip.getMaxX());
        double b = Math.min(bottom, clip.getMaxY());
        double thickness = Math.min(r - l, b - t);
        double length = Math.max(r - l, b - t);
        if (!(thickness >= 0) || length < LEAST_LENGTH || length < 1.5 * thickness || rulings.size() >= MOST) {
            return;
        }
        double middleX = (l + r) / 2;
        double middleY = (t + b) / 2;
        rulings.add(
                r - l >= b - t
                        ? new Ruling(l, middleY, r, middleY, Math.max(HAIRLINE, thickness))
                        : new Ruling(middleX, t, middleX, b, Math.max(HAIRLINE, thickness)));
    }

    /** Visits the parts of a path. */
    private abstract static class Walk {
        double left;
        double top;
        double right;
        double bottom;
        int points;
        boolean straight;
        private double x;
        private double y;

        @SuppressWarnings("UnusedVariable") // for who looks at lines
        void line(double x1, double y1, double x2, double y2) {}

        void end() {}

        void over(Path2D path, AffineTransform toUpright) {
            double[] at = new double[6];
            double startX = 0;
            double startY = 0;
            for (PathIterator i = path.getPathIterator(toUpright); !i.isDone(); i.next()) {
                switch (i.currentSegment(at)) {
                    case PathIterator.SEG_MOVETO -> {
                        finish();
                        startX = at[0];
                        startY = at[1];
                        point(at[0], at[1]);
                    }
                    case PathIterator.SEG_LINETO -> {
                        line(x, y, at[0], at[1]);
                        point(at[0], at[1]);
                    }
                    case PathIterator.SEG_CLOSE -> {
                        line(x, y, startX, startY);
                        x = startX;
                        y = startY;
                    }
                    default -> {
                        straight = false;
                        x = at[i.currentSegment(at) == PathIterator.SEG_CUBICTO ? 4 : 2];
                        y = at[i.currentSegment(at) == PathIterator.SEG_CUBICTO ? 5 : 3];
                    }
                }
            }
            finish();
        }

        private void finish() {
            if (points > 0) {
                end();
            }
            points = 0;
            straight = true;
        }

        private void point(double atX, double atY) {
            left = points == 0 ? atX : Math.min(left, atX);
            right = points == 0 ? atX : Math.max(right, atX);
            top = points == 0 ? atY : Math.min(top, atY);
            bottom = points == 0 ? atY : Math.max(bottom, atY);
            points++;
            x = atX;
            y = atY;
        }
    }
}
