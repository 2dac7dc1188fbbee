package dev.pagewright.worker.model;

/**
 * What a model said, of whatever worth.
 *
 * @param text never null, possibly empty
 */
public record ModelAnswer(String text, Ending ending) {

    /** Why it stopped. */
    public enum Ending {
        COMPLETE,
        /** At the limit of tokens: the rest is missing. */
        CUT_OFF,
        /** A filter took the answer away. */
        FILTERED
    }
}
