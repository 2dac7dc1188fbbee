package dev.pagewright.gateway.forward;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pagewright.error.ErrorCode;
import dev.pagewright.gateway.http.ProblemException;
import java.io.IOException;
import java.io.InputStream;

/** The body {@code {"message": "..."}} of a question (C06). Members that a client adds are left alone. */
final class ChatMessage {

    private static final int LARGEST_BODY = 64 << 10;
    private static final int LONGEST = 8_000;
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private ChatMessage() {}

    /** @throws ProblemException 400 {@code invalid_message} */
    static String read(InputStream body) throws IOException {
        byte[] bytes = body.readNBytes(LARGEST_BODY + 1);
        JsonNode message = bytes.length > LARGEST_BODY ? null : parse(bytes).path("message");
        String text = message == null || !message.isTextual()
                ? ""
                : message.textValue().strip();
        if (text.isEmpty() || text.length() > LONGEST) {
            throw new ProblemException(
                    ErrorCode.INVALID_MESSAGE,
                    "Send {\"message\": \"...\"} with a question of 1 to %d characters.".formatted(LONGEST));
        }
        return text;
    }

    private static JsonNode parse(byte[] bytes) throws IOException {
        try {
            return MAPPER.readTree(bytes);
        } catch (JacksonException e) {
            return MAPPER.missingNode();
        }
    }
}
