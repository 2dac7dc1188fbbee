package dev.pagewright.gateway.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pagewright.error.ErrorCode;
import dev.pagewright.error.ProblemType;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The one error body: RFC 9457 {@code application/problem+json}, with a stable {@code code} and {@code error}, which
 * repeats the detail for simple clients.
 *
 * @param detail a sentence that tells the user what to do; no internal names
 * @param members more of them, as the contract names them; values as JSON knows them
 * @param headers of the answer
 * @param status of the answer, HTTP
 */
public record Problem(
        ErrorCode code, String detail, Map<String, @Nullable Object> members, Map<String, String> headers, int status) {

    public static final String MEDIA_TYPE = "application/problem+json";

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final int LONGEST_QUOTE = 60;

    public Problem(ErrorCode code, String detail) {
        this(code, detail, Map.of(), defaultHeaders(code));
    }

    public Problem(ErrorCode code, String detail, Map<String, @Nullable Object> members) {
        this(code, detail, members, defaultHeaders(code));
    }

    /** With the status of the code. */
    public Problem(ErrorCode code, String detail, Map<String, @Nullable Object> members, Map<String, String> headers) {
        this(code, detail, members, headers, status(code));
    }

    /** The same with another status than its code's, where HTTP has a more exact one. */
    public Problem withStatus(int other) {
        return new Problem(code, detail, members, headers, other);
    }

    /** What a client sent, as a sentence may repeat it: short, and without control characters. */
    public static String quoted(String sent) {
        String line = sent.replaceAll("\\p{Cntrl}", " ").replace('"', '\'');
        return line.length() > LONGEST_QUOTE ? line.substring(0, LONGEST_QUOTE) + "..." : line;
    }

    private static int status(ErrorCode code) {
        return switch (code) {
            case MISSING_FILE,
                    MULTIPLE_FILES,
                    EMPTY_FILE,
                    UNSUPPORTED_TYPE,
                    FILE_TOO_LARGE,
                    TOO_MANY_PAGES,
                    ENCRYPTED_PDF,
                    WRONG_PASSWORD,
                    CORRUPT_FILE,
                    INVALID_PARAMETER,
                    UNKNOWN_FORMAT,
                    LANGUAGE_NOT_INSTALLED,
                    TOOL_UNAVAILABLE,
                    INVALID_MESSAGE -> 400;
            case UNAUTHORIZED -> 401;
            case QUOTA_EXCEEDED -> 402;
            case INSUFFICIENT_SCOPE, FORBIDDEN, ACCOUNT_SUSPENDED -> 403;
            case JOB_NOT_FOUND, NOT_FOUND -> 404;
            case METHOD_NOT_ALLOWED -> 405;
            case NOT_ACCEPTABLE -> 406;
            case JOB_NOT_FINISHED, JOB_FAILED -> 409;
            case UNSUPPORTED_MEDIA_TYPE -> 415;
            case IDEMPOTENCY_CONFLICT, PDFA_NOT_POSSIBLE -> 422;
            case RATE_LIMITED -> 429;
            case INTERNAL_ERROR -> 500;
            case OVERLOADED, DEPENDENCY_UNAVAILABLE -> 503;
        };
    }

    /**
     * The body, JSON.
     *
     * @param prefix below which the service's paths lie outside, without a slash at its end; may be empty
     */
    public String json(String prefix) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", prefix + ProblemType.of(code));
        body.put("title", code.title());
        body.put("status", status);
        body.put("detail", detail);
        body.put("code", code.wireName());
        body.put("error", detail);
        body.putAll(members);
        try {
            return MAPPER.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a problem's members are not JSON", e);
        }
    }

    public ProblemException asException() {
        return new ProblemException(this);
    }

    private static Map<String, String> defaultHeaders(ErrorCode code) {
        return Objects.requireNonNull(
                switch (code) {
                    case UNAUTHORIZED -> Map.of("WWW-Authenticate", "Bearer");
                    case OVERLOADED, DEPENDENCY_UNAVAILABLE, RATE_LIMITED -> Map.of("Retry-After", "2");
                    default -> Map.of();
                });
    }
}
