package dev.pagewright.export.image;

import java.util.stream.IntStream;

/**
 * The widths that pictures are drawn and kept in. One in any other width is made of the next wider of them, so that a
 * page has a few pictures, however many widths are asked for.
 */
final class Widths {

    static final int LEAST = 16;
    static final int GREATEST = 3000;

    /** About half as wide again each: a picture that is made smaller loses nothing that is seen. */
    private static final int[] LADDER = {160, 320, 640, 1000, 1500, 2200, GREATEST};

    private Widths() {}

    /** The least width of the ladder that is no less, in pixels. */
    static int drawn(int wanted) {
        return IntStream.of(LADDER)
                .filter(step -> step >= wanted)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("wider than any picture"));
    }
}
