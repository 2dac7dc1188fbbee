package dev.pagewright.standalone.system;

/** A system cannot start, for a reason that the user can do something about; the message is a sentence for them. */
public final class CannotStartException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public CannotStartException(String sentence) {
        super(sentence);
    }
}
