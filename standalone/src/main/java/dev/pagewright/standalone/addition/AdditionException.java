package dev.pagewright.standalone.addition;

/** Something cannot be added; the message is a sentence for the user. */
public final class AdditionException extends Exception {

    private static final long serialVersionUID = 1L;

    AdditionException(String sentence) {
        super(sentence);
    }
}
