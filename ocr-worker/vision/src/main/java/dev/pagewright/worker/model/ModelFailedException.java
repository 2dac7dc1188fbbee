package dev.pagewright.worker.model;

/** A model gave no answer, retries included. The message is for the log: it names no content and no key. */
public final class ModelFailedException extends Exception {

    private static final long serialVersionUID = 1;

    /** What kept it from answering. */
    public enum Kind {
        /** A fault, a full queue, an open circuit: it may pass. */
        UNAVAILABLE,
        /** No answer in the time of a question. */
        TIMED_OUT,
        /** It refuses whatever is asked: a wrong key, a wrong address. It does not pass by asking again. */
        REFUSED,
        /** It does not take this question (too long, a picture that it cannot read); another one may be taken. */
        UNFIT,
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
