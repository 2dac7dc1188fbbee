package dev.pagewright.export.document;

import java.io.IOException;

/** The gateway did not answer, or not as it should; trying again may help. */
public final class GatewayAwayException extends IOException {

    private static final long serialVersionUID = 1;

    GatewayAwayException(String message) {
        super(message);
    }

    GatewayAwayException(String message, Throwable cause) {
        super(message, cause);
    }
}
