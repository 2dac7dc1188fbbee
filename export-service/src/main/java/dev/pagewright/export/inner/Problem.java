package dev.pagewright.export.inner;

import dev.pagewright.error.ErrorCode;
import dev.pagewright.error.ProblemBody;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;

/** Answers of errors. */
public final class Problem {

    /** An upload that was taken, and whose pictures are too large to draw: the gateway tells it from one that was not. */
    private static final int TOO_MANY_PIXELS = 413;

    private Problem() {}

    static Response response(ErrorCode code, String detail) {
        return response(code, detail, List.of());
    }

    static Response response(ErrorCode code, String detail, List<String> known) {
        int status = code == ErrorCode.FILE_TOO_LARGE ? TOO_MANY_PIXELS : code.status();
        var response = Response.status(status)
                .type(ProblemBody.MEDIA_TYPE)
                .entity(ProblemBody.of(code, status, detail, known));
        if (status == 503) {
            response.header(HttpHeaders.RETRY_AFTER, "5");
        }
        return response.build();
    }
}
