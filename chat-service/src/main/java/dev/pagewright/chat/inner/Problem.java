package dev.pagewright.chat.inner;

import dev.pagewright.error.ErrorCode;
import dev.pagewright.error.ProblemType;
import jakarta.ws.rs.core.Response;

/**
 * The body of every error (RFC 9457).
 *
 * @param code stable, lower case
 * @param error the detail again, for simple clients
 */
public record Problem(String type, String title, int status, String detail, String code, String error) {

    public static final String MEDIA_TYPE = "application/problem+json";

    public static Problem of(int status, ErrorCode code, String detail) {
        return new Problem(ProblemType.of(code), code.title(), status, detail, code.wireName(), detail);
    }

    static Response response(int status, ErrorCode code, String detail) {
        return Response.status(status)
                .type(MEDIA_TYPE)
                .entity(of(status, code, detail))
                .build();
    }
}
