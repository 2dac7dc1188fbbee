package dev.pagewright.error;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * The body of every error of a service behind the gateway (RFC 9457).
 *
 * @param code stable, lower case
 * @param error the detail again, for simple clients
 * @param known the values that would have been right; left out where that says nothing
 */
public record ProblemBody(
        String type,
        String title,
        int status,
        String detail,
        String code,
        String error,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> known) {

    public static final String MEDIA_TYPE = "application/problem+json";

    public static ProblemBody of(ErrorCode code, String detail) {
        return of(code, code.status(), detail, List.of());
    }

    /** @param status the answer's, where HTTP has a more exact one than the code's */
    public static ProblemBody of(ErrorCode code, int status, String detail, List<String> known) {
        return new ProblemBody(ProblemType.of(code), code.title(), status, detail, code.wireName(), detail, known);
    }
}
