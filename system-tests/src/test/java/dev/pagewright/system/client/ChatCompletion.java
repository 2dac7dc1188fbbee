package dev.pagewright.system.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;

/** The body of an answer of an OpenAI-compatible chat endpoint. */
final class ChatCompletion {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private ChatCompletion() {}

    /** @param content what the model says, to its end */
    static String of(String model, String content) throws JsonProcessingException {
        return MAPPER.writeValueAsString(Map.of(
                "id",
                "1",
                "object",
                "chat.completion",
                "model",
                model,
                "choices",
                List.of(Map.of(
                        "index",
                        0,
                        "message",
                        Map.of("role", "assistant", "content", content),
                        "finish_reason",
                        "stop"))));
    }
}
