package dev.pagewright.gateway.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pagewright.error.ErrorCode;
import dev.pagewright.error.ProblemBody;
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

    public static final String MEDIA_TYPE = ProblemBody.MEDIA_TYPE;

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
        this(code, detail, members, headers, code.status());
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
