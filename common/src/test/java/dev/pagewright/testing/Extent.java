package dev.pagewright.testing;

import java.util.List;
import java.util.stream.IntStream;

/**
 * How much of a family a test goes through: a part of it in the usual run, which has a budget of time, and the whole
 * family with {@code -Dpagewright.tests.whole=true}.
 */
public final class Extent {

    private static final boolean WHOLE = Boolean.getBoolean("pagewright.tests.whole");

    private Extent() {}

    public static boolean whole() {
        return WHOLE;
    }

    public static int of(int usual, int whole) {
        return WHOLE ? whole : usual;
    }

    /** Every so manieth member, in the family's order, or all of them. */
    public static <T> List<T> every(int step, List<T> family) {
        return IntStream.range(0, family.size())
                .filter(i -> WHOLE || i % step == 0)
                .mapToObj(family::get)
                .toList();
    }
}
