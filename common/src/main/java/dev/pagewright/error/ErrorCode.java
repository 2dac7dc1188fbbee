package dev.pagewright.error;

import java.util.Locale;
import java.util.Optional;

/** Every error of the public API. The lower-case name is the {@code code} on the wire; the gateway knows its status. */
public enum ErrorCode {
    MISSING_FILE("No file"),
    MULTIPLE_FILES("More than one file"),
    EMPTY_FILE("Empty file"),
    UNSUPPORTED_TYPE("Unsupported type"),
    FILE_TOO_LARGE("File too large"),
    TOO_MANY_PAGES("Too many pages"),
    ENCRYPTED_PDF("Encrypted PDF"),
    WRONG_PASSWORD("Wrong password"),
    CORRUPT_FILE("Corrupt file"),
    INVALID_PARAMETER("Invalid parameter"),
    UNKNOWN_FORMAT("Unknown format"),
    LANGUAGE_NOT_INSTALLED("Language not installed"),
    TOOL_UNAVAILABLE("Tool unavailable"),
    INVALID_MESSAGE("Invalid message"),
    UNAUTHORIZED("Unauthorized"),
    INSUFFICIENT_SCOPE("Insufficient scope"),
    FORBIDDEN("Forbidden"),
    ACCOUNT_SUSPENDED("Account suspended"),
    QUOTA_EXCEEDED("Quota exceeded"),
    JOB_NOT_FOUND("Job not found"),
    NOT_FOUND("Not found"),
    METHOD_NOT_ALLOWED("Method not allowed"),
    NOT_ACCEPTABLE("Not acceptable"),
    UNSUPPORTED_MEDIA_TYPE("Unsupported media type"),
    JOB_NOT_FINISHED("Job not finished"),
    JOB_FAILED("Job failed"),
    IDEMPOTENCY_CONFLICT("Idempotency conflict"),
    PDFA_NOT_POSSIBLE("PDF/A not possible"),
    RATE_LIMITED("Rate limited"),
    OVERLOADED("Overloaded"),
    DEPENDENCY_UNAVAILABLE("Dependency unavailable"),
    INTERNAL_ERROR("Internal error");

    private final String title;

    ErrorCode(String title) {
        this.title = title;
    }

    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
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
