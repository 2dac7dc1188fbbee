package dev.pagewright.standalone.client;

/** The server has said no, or nothing; the message is a sentence for the user. */
public final class ServerException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final boolean passing;

    private ServerException(String sentence, boolean passing) {
        super(sentence);
        this.passing = passing;
    }

    static ServerException refused(String sentence) {
        return new ServerException(sentence, false);
    }

    /** The same request may succeed later. */
    static ServerException away(String sentence) {
        return new ServerException(sentence, true);
    }

    boolean passing() {
        return passing;
    }
}
