package dev.pagewright.gateway.submission;

import dev.pagewright.error.ErrorCode;
import dev.pagewright.gateway.http.ProblemException;
import io.vertx.core.http.HttpServerRequest;
import java.util.Objects;
import java.util.Optional;

/**
 * What the head of an upload says of its body.
 *
 * @param boundary of the form's parts
 * @param length bytes as they are sent, -1 where it is not told
 * @param awaitsContinue whether the client sends nothing before it is asked to (RFC 9110, 10.1.1)
 */
record UploadHead(String boundary, Encoding encoding, long length, boolean awaitsContinue) {

    private static final int LONGEST_BOUNDARY = 200;

    /** @throws ProblemException 400, 415 where the body is no form with a file */
    static UploadHead of(HttpServerRequest request) {
        Encoding encoding = Encoding.of(request.getHeader("Content-Encoding"));
        String length = Objects.requireNonNullElse(request.getHeader("Content-Length"), "");
        return new UploadHead(
                boundary(Objects.requireNonNullElse(request.getHeader("Content-Type"), "")),
                encoding,
                length.matches("[0-9]{1,18}") ? Long.parseLong(length) : -1,
                "100-continue".equalsIgnoreCase(request.getHeader("Expect")));
    }

    /** A request with no body, or with a form that cannot hold files, lacks the file (C09); other bodies are no forms. */
    private static String boundary(String field) {
        HeaderParameters type = HeaderParameters.of(field);
        if (type.value().isEmpty() || type.value().equals("application/x-www-form-urlencoded")) {
            throw new ProblemException(
                    ErrorCode.MISSING_FILE,
                    "The request has no file; send one as multipart/form-data in the field \"file\".");
        }
        if (!type.value().equals("multipart/form-data")) {
            throw new ProblemException(
                    ErrorCode.UNSUPPORTED_MEDIA_TYPE,
                    "Send the file as multipart/form-data, in the field \"file\"; with curl: -F file=@NAME.");
        }
        Optional<String> boundary = type.get("boundary");
        return boundary.filter(text -> !text.isEmpty() && text.length() <= LONGEST_BOUNDARY)
                .orElseThrow(() -> new ProblemException(
                        ErrorCode.INVALID_PARAMETER,
                        "The Content-Type names no boundary of 1 to 70 characters; leave the header to your"
                                + " HTTP library."));
    }
}
