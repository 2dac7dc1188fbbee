package dev.pagewright.export.inner;

import dev.pagewright.error.ErrorCode;
import jakarta.ws.rs.core.Response;
import java.util.List;

/** A request that cannot be served, with what the user is told. */
public final class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final ErrorCode code;
    private final transient List<String> known;

    public ProblemException(ErrorCode code, String detail) {
        this(code, detail, List.of());
    }

    public ProblemException(ErrorCode code, String detail, List<String> known) {
        super(detail);
        this.code = code;
        this.known = List.copyOf(known);
    }

    Response response() {
        return Problem.response(code, String.valueOf(getMessage()), known);
    }
}
