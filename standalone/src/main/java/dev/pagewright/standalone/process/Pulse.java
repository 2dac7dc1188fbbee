package dev.pagewright.standalone.process;

/** What one look at a running program tells. */
public enum Pulse {
    /** It answers and calls itself alive. */
    LIVE,

    /** It answers and calls itself beyond help. */
    DEAD,

    /** It does not answer. */
    SILENT,

    /** It has begun to end by somebody else's wish, and takes no more work meanwhile. */
    ENDING
}
