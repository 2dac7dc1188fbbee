package dev.pagewright.worker.recognition.picture;

import java.util.Arrays;

/**
 * Strokes that have the shape of letters, or of words that one stroke joins, whatever their size.
 *
 * @param places middle of each letter, x and y in turn, in pixels
 * @param height the median, in pixels; 0 where there are none
 * @param hull left, top, right and bottom of all of them, in pixels; empty where there are none
 * @param ink whether anything larger than a speck stands on the picture, be it a letter or not
 */
@SuppressWarnings("ArrayRecordComponent") // handed over once; never compared
public record Letters(int[] places, double height, int[] hull, boolean ink) {

    /** Of a picture that was not measured. */
    public static final Letters UNKNOWN = new Letters(new int[2], 0, new int[0], true);

    /** A side of this many pixels and less is a speck: no engine reads letters of that size. */
    private static final int SPECK = 3;

    /** A letter is at most so many times as wide as high; what is wider is a word or a rule. */
    private static final int WIDEST_LETTER = 3;

    /** A letter is at most so many times as high as wide. */
    private static final int SLIMMEST_LETTER = 8;

    /** A word is at most so many times as wide as high. */
    private static final int LONGEST_WORD = 25;

    private static final int LOWEST_WORD = 6;

    /** Share of ink in the box around a word: frames have less, rules and bars more. */
    private static final double THINNEST = 0.1;

    private static final double FULLEST = 0.75;

    /** Strokes lower than this share of the typical height are points and dirt, which would make it too small. */
    private static final double SMALL = 0.25;

    public static Letters in(Ink ink) {
        Components strokes = Components.of(ink);
        int[] letters = new int[strokes.count()];
        int[] heights = new int[strokes.count()];
        boolean anything = false;
        for (int i = 0; i < strokes.count(); i++) {
            letters[i] = letters(strokes, i);
            heights[i] = letters[i] > 0 ? strokes.height(i) : 0;
            anything |= Math.max(strokes.width(i), strokes.height(i)) > SPECK && strokes.inks()[i] > SPECK;
        }
        double least = SMALL * typical(heights);
        int count = 0;
        for (int i = 0; i < letters.length; i++) {
            letters[i] = heights[i] < least ? 0 : letters[i];
            count += letters[i];
        }
        return new Letters(
                places(strokes, letters, count), median(heights, letters, count), hull(strokes, letters), anything);
    }

    public int count() {
        return places.length / 2;
    }

    /** How many letters a stroke may be: none of a rule, a frame or a speck. */
    private static int letters(Components strokes, int index) {
        int width = strokes.width(index);
        int height = strokes.height(index);
        if (height < SPECK || height > SLIMMEST_LETTER * width) {
            return 0;
        }
        double density = strokes.density(index);
        if (width <= WIDEST_LETTER * height) {
            return density < THINNEST / 2 ? 0 : 1;
        }
        boolean word =
                width <= LONGEST_WORD * height && height >= LOWEST_WORD && density >= THINNEST && density <= FULLEST;
        return word ? Math.max(1, width / height) : 0;
    }

    /** The height at which half of all the heights together is reached: a few letters outweigh much dirt. */
    private static double typical(int[] heights) {
        int[] sorted = heights.clone();
        Arrays.sort(sorted);
        long half = Arrays.stream(sorted).asLongStream().sum() / 2;
        long sum = 0;
        for (int height : sorted) {
            sum += height;
            if (sum > half) {
                return height;
            }
        }
        return 0;
    }

    private static double median(int[] heights, int[] letters, int count) {
        int[] all = new int[count];
        int size = 0;
        for (int i = 0; i < heights.length; i++) {
            Arrays.fill(all, size, size + letters[i], heights[i]);
            size += letters[i];
        }
        Arrays.sort(all);
        return count == 0 ? 0 : all[count / 2];
    }

    /** Those of a word stand side by side in it. */
    private static int[] places(Components strokes, int[] letters, int count) {
        int[] places = new int[2 * count];
        int size = 0;
        for (int i = 0; i < letters.length; i++) {
            for (int k = 0; k < letters[i]; k++) {
                places[size++] = strokes.left(i) + strokes.width(i) * (2 * k + 1) / (2 * letters[i]);
                places[size++] = strokes.top(i) + strokes.height(i) / 2;
            }
        }
        return places;
    }

    private static int[] hull(Components strokes, int[] letters) {
        int left = Integer.MAX_VALUE;
        int top = Integer.MAX_VALUE;
        int right = 0;
        int bottom = 0;
        for (int i = 0; i < letters.length; i++) {
            if (letters[i] > 0) {
                left = Math.min(left, strokes.left(i));
                top = Math.min(top, strokes.top(i));
                right = Math.max(right, strokes.left(i) + strokes.width(i));
                bottom = Math.max(bottom, strokes.top(i) + strokes.height(i));
            }
        }
        return right == 0 ? new int[0] : new int[] {left, top, right, bottom};
    }
}
