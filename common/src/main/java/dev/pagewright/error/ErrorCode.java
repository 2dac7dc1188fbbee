package dev.pagewright.error;

import java.util.Locale;
import java.util.Optional;

/** Every error of the public API, with its HTTP status. The lower-case name is the {@code code} on the wire. */
public enum ErrorCode {
    MISSING_FILE(400, "No file"),
    MULTIPLE_FILES(400, "More than one file"),
    EMPTY_FILE(400, "Empty file"),
    UNSUPPORTED_TYPE(400, "Unsupported type"),
    FILE_TOO_LARGE(400, "File too large"),
    TOO_MANY_PAGES(400, "Too many pages"),
    ENCRYPTED_PDF(400, "Encrypted PDF"),
    WRONG_PASSWORD(400, "Wrong password"),
    CORRUPT_FILE(400, "Corrupt file"),
    INVALID_PARAMETER(400, "Invalid parameter"),
    UNKNOWN_FORMAT(400, "Unknown format"),
    LANGUAGE_NOT_INSTALLED(400, "Language not installed"),
    TOOL_UNAVAILABLE(400, "Tool unavailable"),
    INVALID_MESSAGE(400, "Invalid message"),
    UNAUTHORIZED(401, "Unauthorized"),
    INSUFFICIENT_SCOPE(403, "Insufficient scope"),
    FORBIDDEN(403, "Forbidden"),
    ACCOUNT_SUSPENDED(403, "Account suspended"),
    QUOTA_EXCEEDED(402, "Quota exceeded"),
    JOB_NOT_FOUND(404, "Job not found"),
    NOT_FOUND(404, "Not found"),
    METHOD_NOT_ALLOWED(405, "Method not allowed"),
    NOT_ACCEPTABLE(406, "Not acceptable"),
    UNSUPPORTED_MEDIA_TYPE(415, "Unsupported media type"),
    JOB_NOT_FINISHED(409, "Job not finished"),
    JOB_FAILED(409, "Job failed"),
    IDEMPOTENCY_CONFLICT(422, "Idempotency conflict"),
    PDFA_NOT_POSSIBLE(422, "PDF/A not possible"),
    RATE_LIMITED(429, "Rate limited"),
    OVERLOADED(503, "Overloaded"),
    DEPENDENCY_UNAVAILABLE(503, "Dependency unavailable"),
    INTERNAL_ERROR(500, "Internal error");

    private final int status;
    private final String title;

    ErrorCode(int status, String title) {
        this.status = status;
        this.title = title;
    }

    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** HTTP's, where an answer has no more exact one. */
    public int status() {
        return status;
    }

    /** RFC 9457's {@code title}: the same for every occurrence. */
    public String title() {
        return title;
    }

    public static Optional<ErrorCode> fromWireName(String name) {
        for (ErrorCode code : values()) {
            if (code.wireName().equals(name)) {
                return Optional.of(code);
            }
        }
        return Optional.empty();
    }
}
