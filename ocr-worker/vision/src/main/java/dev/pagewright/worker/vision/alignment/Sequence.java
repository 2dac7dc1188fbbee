package dev.pagewright.worker.vision.alignment;

import java.util.Arrays;

/** Letters in a row, each with the number of its word. */
final class Sequence {

    private int[] letters = new int[256];
    private int[] owners = new int[256];
    private int length;

    void add(int[] more, int owner) {
        if (length + more.length > letters.length) {
            int capacity = Math.max(2 * letters.length, length + more.length);
            letters = Arrays.copyOf(letters, capacity);
            owners = Arrays.copyOf(owners, capacity);
        }
        System.arraycopy(more, 0, letters, length, more.length);
        Arrays.fill(owners, length, length + more.length, owner);
        length += more.length;
    }

    int length() {
        return length;
    }

    int[] letters() {
        return Arrays.copyOf(letters, length);
    }

    int[] owners() {
        return Arrays.copyOf(owners, length);
    }
}
