package dev.pagewright.worker.queue.lease;

/**
 * What a lane gets of a worker's slots.
 *
 * @param own slots that no other lane uses
 * @param weight its part of the shared slots where several lanes want them; 0: none of them
 */
public record LaneShare(int own, int weight) {

    public LaneShare {
        if (own < 0 || weight < 0 || own + weight == 0) {
            throw new IllegalArgumentException("a lane without slots: own %d, weight %d".formatted(own, weight));
        }
    }

    /** The most pages that the lane can have at work at once, given so many shared slots. */
    public int most(int shared) {
        return own + (weight > 0 ? shared : 0);
    }
}
