package dev.pagewright.chat.conversation;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.pagewright.chat.inner.ProblemException;
import dev.pagewright.error.ErrorCode;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The body of a question. */
@JsonIgnoreProperties(ignoreUnknown = true)
record MessageBody(@Nullable String account, @Nullable String message) {

    private static final int LONGEST = 8_000;
    private static final Pattern ID = Pattern.compile("[0-9a-f]{32}");

    /** @throws ProblemException 400 {@code invalid_message} */
    String question() {
        String question = message == null ? "" : message.strip();
        if (question.isEmpty() || question.length() > LONGEST) {
            throw new ProblemException(
                    400,
                    ErrorCode.INVALID_MESSAGE,
                    "Send {\"message\": \"...\"} with a question of 1 to %d characters.".formatted(LONGEST));
        }
        return question.replace('\0', ' ');
    }

    /** @throws ProblemException 404 where it is nobody's id */
    static String id(@Nullable String id) {
        if (id == null || !ID.matcher(id).matches()) {
            throw new ProblemException(404, ErrorCode.JOB_NOT_FOUND, "There is no such job.");
        }
        return id;
    }
}
