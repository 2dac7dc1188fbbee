package dev.pagewright.export.inner;

import dev.pagewright.error.ErrorCode;
import dev.pagewright.error.ProblemType;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;

/**
 * The body of every error (RFC 9457).
 *
 * @param code stable, lower case
 * @param error the detail again, for simple clients
 * @param known the values that would have been right; empty where that says nothing
 */
public record Problem(
        String type, String title, int status, String detail, String code, String error, List<String> known) {

    public static final String MEDIA_TYPE = "application/problem+json";

    static Problem of(ErrorCode code, String detail, List<String> known) {
        return new Problem(ProblemType.of(code), code.title(), status(code), detail, code.wireName(), detail, known);
    }

    static Response response(ErrorCode code, String detail) {
        return response(code, detail, List.of());
    }

    static Response response(ErrorCode code, String detail, List<String> known) {
        Problem problem = of(code, detail, known);
        var response = Response.status(problem.status()).type(MEDIA_TYPE).entity(problem);
        if (problem.status() == 503) {
            response.header(HttpHeaders.RETRY_AFTER, "5");
        }
        return response.build();
    }

    private static int status(ErrorCode code) {
        return switch (code) {
            case INVALID_PARAMETER, UNKNOWN_FORMAT, WRONG_PASSWORD, ENCRYPTED_PDF, CORRUPT_FILE -> 400;
            case UNAUTHORIZED -> 401;
            case JOB_NOT_FOUND, NOT_FOUND -> 404;
            case METHOD_NOT_ALLOWED -> 405;
            case NOT_ACCEPTABLE -> 406;
            case JOB_NOT_FINISHED, JOB_FAILED -> 409;
            case FILE_TOO_LARGE -> 413;
            case UNSUPPORTED_MEDIA_TYPE -> 415;
            case PDFA_NOT_POSSIBLE -> 422;
            case OVERLOADED, DEPENDENCY_UNAVAILABLE -> 503;
            default -> 500;
        };
    }
}
