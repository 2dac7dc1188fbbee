package dev.pagewright.worker.assembly;

import java.util.TreeMap;

/** Letters by type size, in half units. */
final class SizeHistogram {

    private static final int MOST = 400;

    private final TreeMap<Integer, Long> letters = new TreeMap<>();

    void add(double size, int count) {
        if (size > 0 && size < MOST) {
            letters.merge((int) Math.round(size * 2), (long) count, Long::sum);
        }
    }

    /** The size that half of the letters do not exceed; 0 where no size is known. */
    double body() {
        long all = letters.values().stream().mapToLong(Long::longValue).sum();
        long seen = 0;
        for (var entry : letters.entrySet()) {
            seen += entry.getValue();
            if (seen * 2 >= all) {
                return entry.getKey() / 2.0;
            }
        }
        return 0;
    }
}
