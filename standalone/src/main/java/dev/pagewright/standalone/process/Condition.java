package dev.pagewright.standalone.process;

/** How a watched program does, for people. */
public enum Condition {
    /** It does its work. */
    READY,

    /** It runs, or will at once, and does not do its work yet. */
    STARTING,

    /** It did its work in this run and does not now, as a rule because something it needs is away. */
    WAITING,

    /** It has ended several times without being ready in between. It is tried again and again all the same. */
    FAILING
}
