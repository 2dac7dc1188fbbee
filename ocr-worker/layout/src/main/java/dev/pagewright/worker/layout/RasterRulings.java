package dev.pagewright.worker.layout;

import dev.pagewright.worker.page.Ruling;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Finds rules in a picture of a page: long, thin, dark and nearly straight along an axis. Two passes over the pixels and
 * one bit a pixel of memory beside them. Thread-safe.
 */
public final class RasterRulings {

    /** Shortest run on one line of pixels, as a share of the shortest rule: more than a thick rule is thick. */
    private static final double RUN = 0.6;

    /** Share of a rule that must be drawn; rows of letters with flat tops have gaps. */
    private static final double WHOLE = 0.93;

    private static final int MOST = 5000;

    private RasterRulings() {}

    /**
     * @param grey one byte a pixel, row by row, 0 black; at least {@code width * height}
     * @return rules in pixels; a slanted one as level at its middle
     */
    public static List<Ruling> find(int width, int height, byte[] grey) {
        if (width < 8 || height < 8 || grey.length < (long) width * height) {
            return List.of();
        }
        int shortest = Math.max(24, Math.min(width, height) / 30);
        BitSet ink = Ink.of(width, height, grey);
        List<Ruling> rulings = new ArrayList<>();
        for (Strip strip : strips(ink, width, height, shortest)) {
            rulings.add(new Ruling(strip.from(), strip.middle(), strip.to(), strip.middle(), strip.thickness()));
        }
        for (Strip strip : strips(transposed(ink, width, height), height, width, shortest)) {
            rulings.add(new Ruling(strip.middle(), strip.from(), strip.middle(), strip.to(), strip.thickness()));
        }
        return rulings;
    }

    /** A rule along the scan, {@code from} to {@code to}, at {@code middle} across it. */
    private record Strip(int from, int to, double middle, double thickness) {}

    /** Connected runs, growing as the scan goes on. */
    private static final class Open {
        private int from;
        private int to;
        private int first;
        private final BitSet covered = new BitSet();
        private int last;
        private double ink;
        private int lastFrom;
        private int lastTo;
        /** Extent on the line before the last; empty at first. */
        private int beforeFrom = Integer.MAX_VALUE / 2;

        private int beforeTo = Integer.MIN_VALUE / 2;

        Open(int line, int from, int to) {
            this.first = line;
            this.last = line;
            this.from = from;
            this.to = to;
            this.lastFrom = from;
            this.lastTo = to;
            this.ink = to - from;
            this.covered.set(from, to);
        }

        boolean touches(int line, int otherFrom, int otherTo) {
            // on the same line a worn rule goes on after a gap; a line further it overlaps or begins where this one
            // ended
            if (line == last && otherFrom <= lastTo + 6 && otherTo >= lastFrom - 6) {
                return true;
            }
            int upperFrom = line == last ? beforeFrom : lastFrom;
            int upperTo = line == last ? beforeTo : lastTo;
            return line - last <= 1 && otherFrom <= upperTo + 3 && otherTo >= upperFrom - 3;
        }

        void add(int line, int otherFrom, int otherTo) {
            if (line == last) {
                lastFrom = Math.min(lastFrom, otherFrom);
                lastTo = Math.max(lastTo, otherTo);
            } else {
                beforeFrom = lastFrom;
                beforeTo = lastTo;
                lastFrom = otherFrom;
                lastTo = otherTo;
            }
            last = line;
            from = Math.min(from, otherFrom);
            to = Math.max(to, otherTo);
            ink += otherTo - otherFrom;
            covered.set(otherFrom, otherTo);
        }

        void take(Open other) {
            first = Math.min(first, other.first);
            last = Math.max(last, other.last);
            from = Math.min(from, other.from);
            to = Math.max(to, other.to);
            lastFrom = Math.min(lastFrom, other.lastFrom);
            lastTo = Math.max(lastTo, other.lastTo);
            beforeFrom = Math.min(beforeFrom, other.beforeFrom);
            beforeTo = Math.max(beforeTo, other.beforeTo);
            ink += other.ink;
            covered.or(other.covered);
        }

        boolean rule(int shortest) {
            int length = to - from;
            double thickness = ink / length;
            return length >= shortest
                    && covered.cardinality() >= WHOLE * length
                    && last - first + 1 <= Math.max(6, 0.05 * length)
                    && thickness <= Math.max(3, length / 25.0);
        }

        Strip strip() {
            return new Strip(from, to, (first + last + 1) / 2.0, Math.max(1, ink / (to - from)));
        }
    }

    private static List<Strip> strips(BitSet ink, int length, int lines, int shortest) {
        int least = (int) (shortest * RUN);
        List<Open> open = new ArrayList<>();
        List<Strip> done = new ArrayList<>();
        for (int line = 0; line < lines && done.size() < MOST; line++) {
            int start = line * length;
            int at = ink.nextSetBit(start);
            while (at >= 0 && at < start + length) {
                int end = Math.min(start + length, ink.nextClearBit(at));
                if (end - at >= least) {
                    join(open, line, at - start, end - start);
                }
                at = ink.nextSetBit(end);
            }
            int now = line;
            open.removeIf(strip -> {
                boolean over = strip.last < now;
                if (over && strip.rule(shortest)) {
                    done.add(strip.strip());
                }
                return over;
            });
        }
        open.stream().filter(strip -> strip.rule(shortest)).forEach(strip -> done.add(strip.strip()));
        return done;
    }

    private static void join(List<Open> open, int line, int from, int to) {
        Open joined = null;
        for (int i = 0; i < open.size(); i++) {
            Open strip = open.get(i);
            if (!strip.touches(line, from, to)) {
                continue;
            }
            if (joined == null) {
                joined = strip;
            } else {
                joined.take(strip);
                open.remove(i--);
            }
        }
        if (joined == null) {
            open.add(new Open(line, from, to));
        } else {
            joined.add(line, from, to);
        }
    }

    /** The columns of a picture as rows. */
    private static BitSet transposed(BitSet ink, int width, int height) {
        long[] columns = new long[(width * height + 63) / 64];
        for (int at = ink.nextSetBit(0); at >= 0; at = ink.nextSetBit(at + 1)) {
            int to = at % width * height + at / width;
            columns[to >> 6] |= 1L << to;
        }
        return BitSet.valueOf(columns);
    }

    /** Which pixels are clearly darker than what is around them. */
    private static final class Ink {

        private static final int CONTRAST = 18;

        private Ink() {}

        static BitSet of(int width, int height, byte[] grey) {
            long[] ink = new long[(width * height + 63) / 64];
            int reach = Math.max(6, Math.min(width, height) / 60);
            long[] columns = new long[width];
            for (int y = 0; y < Math.min(reach, height); y++) {
                add(columns, grey, y * width, 1);
            }
            for (int y = 0; y < height; y++) {
                if (y + reach < height) {
                    add(columns, grey, (y + reach) * width, 1);
                }
                if (y - reach - 1 >= 0) {
                    add(columns, grey, (y - reach - 1) * width, -1);
                }
                int rows = Math.min(height - 1, y + reach) - Math.max(0, y - reach) + 1;
                row(ink, columns, grey, y * width, rows, reach);
            }
            return BitSet.valueOf(ink);
        }

        private static void add(long[] columns, byte[] grey, int offset, int sign) {
            for (int x = 0; x < columns.length; x++) {
                columns[x] += (long) sign * (grey[offset + x] & 0xff);
            }
        }

        private static void row(long[] ink, long[] columns, byte[] grey, int offset, int rows, int reach) {
            int width = columns.length;
            long sum = 0;
            for (int x = 0; x < Math.min(reach, width); x++) {
                sum += columns[x];
            }
            for (int x = 0; x < width; x++) {
                sum += x + reach < width ? columns[x + reach] : 0;
                sum -= x - reach - 1 >= 0 ? columns[x - reach - 1] : 0;
                long count = (long) (Math.min(width - 1, x + reach) - Math.max(0, x - reach) + 1) * rows;
                if ((grey[offset + x] & 0xff) * count < sum - CONTRAST * count) {
                    int at = offset + x;
                    ink[at >> 6] |= 1L << at;
                }
            }
        }
    }
}
