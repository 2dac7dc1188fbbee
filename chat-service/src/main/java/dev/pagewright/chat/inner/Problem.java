package dev.pagewright.chat.inner;

import dev.pagewright.error.ErrorCode;
import dev.pagewright.error.ProblemBody;
import jakarta.ws.rs.core.Response;
import java.util.List;

/** Answers of errors. */
final class Problem {

    private Problem() {}

    static Response response(ErrorCode code, String detail) {
        return response(code.status(), code, detail);
    }

    /** @param status a more exact one than the code's */
    static Response response(int status, ErrorCode code, String detail) {
        return Response.status(status)
                .type(ProblemBody.MEDIA_TYPE)
                .entity(ProblemBody.of(code, status, detail, List.of()))
                .build();
    }
}
