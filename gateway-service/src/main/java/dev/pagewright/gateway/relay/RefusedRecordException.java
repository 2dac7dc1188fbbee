package dev.pagewright.gateway.relay;

/** The broker, or its client, will never take the record: it is too large, or names no topic. */
final class RefusedRecordException extends RuntimeException {

    private static final long serialVersionUID = 1;

    RefusedRecordException(Throwable cause) {
        super("the broker refuses the record: " + cause.getMessage(), cause);
    }
}
