package dev.pagewright.chat.conversation;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pagewright.error.ErrorCode;
import dev.pagewright.error.ProblemBody;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * An answer as server-sent events: {@code token} while it is made, then {@code message}; {@code error} on a fault. A
 * reader that leaves does not stop the answer: it is in the history. Not thread-safe.
 */
final class EventStream {

    private static final Logger LOG = Logger.getLogger(EventStream.class);
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final OutputStream out;
    private boolean read = true;

    EventStream(OutputStream out) {
        this.out = out;
    }

    void answer(Chat chat, Chat.Asked asked) throws IOException {
        try {
            Chat.Answered answered = chat.answer(asked, this::token);
            send(
                    "message",
                    MessageJson.answer(answered.conversation(), answered.message())
                            .toString());
        } catch (SQLException | RuntimeException e) {
            String id = UUID.randomUUID().toString();
            LOG.errorf(e, "fault %s", id);
            ProblemBody problem = ProblemBody.of(ErrorCode.INTERNAL_ERROR, "Something went wrong; quote " + id + ".");
            send("error", MAPPER.writeValueAsString(problem));
        }
    }

    private void token(String text) {
        try {
            send("token", MAPPER.writeValueAsString(Map.of("text", text)));
        } catch (IOException e) {
            throw new IllegalStateException(e); // a map of texts can be written
        }
    }

    private void send(String event, String data) throws IOException {
        if (!read) {
            return;
        }
        try {
            out.write(("event: " + event + "\ndata: " + data + "\n\n").getBytes(StandardCharsets.UTF_8));
            out.flush();
        } catch (IOException e) {
            read = false;
            LOG.debugf("the reader of a streamed answer left: %s", e.getMessage());
        }
    }
}
