package dev.pagewright.worker.model;

/** A model gave no answer, retries included. The message is for the log: it names no content and no key. */
public final class ModelFailedException extends Exception {

    private static final long serialVersionUID = 1;

    /** What kept it from answering. */
    public enum Kind {
        /** A fault, a time-out, a full queue, an open circuit. */
        UNAVAILABLE,
        /** It answered, but not as the protocol says, or without end. */
        INVALID
    }

    private final Kind kind;

    public ModelFailedException(Kind kind, String message) {
        super(message, null, false, false);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }
}
