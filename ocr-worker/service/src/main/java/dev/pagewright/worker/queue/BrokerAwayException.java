package dev.pagewright.worker.queue;

import java.io.IOException;

/** The broker did not acknowledge. */
final class BrokerAwayException extends IOException {

    private static final long serialVersionUID = 1;

    BrokerAwayException(Throwable cause) {
        super("the broker did not acknowledge", cause);
    }
}
