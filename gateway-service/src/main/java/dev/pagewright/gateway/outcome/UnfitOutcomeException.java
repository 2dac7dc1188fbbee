package dev.pagewright.gateway.outcome;

/** What an outcome says can never be stored, whatever the service does: it is the outcome's own fault. */
final class UnfitOutcomeException extends RuntimeException {

    private static final long serialVersionUID = 1;

    UnfitOutcomeException(String message) {
        super(message);
    }
}
