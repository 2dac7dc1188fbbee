package dev.pagewright.chat.inner;

import dev.pagewright.error.ErrorCode;

/** A request that cannot be served, with what the user is told. */
public final class ProblemException extends RuntimeException {

    private final int status;
    private final ErrorCode code;

    public ProblemException(int status, ErrorCode code, String detail) {
        super(detail);
        this.status = status;
        this.code = code;
    }

    public int status() {
        return status;
    }

    public ErrorCode code() {
        return code;
    }
}
