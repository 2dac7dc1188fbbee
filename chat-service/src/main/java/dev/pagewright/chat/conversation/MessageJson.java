package dev.pagewright.chat.conversation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pagewright.chat.citation.Citation;
import dev.pagewright.document.BoundingBox;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Messages as the public API shows them (C06, C07), and citations as they are stored. */
final class MessageJson {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private MessageJson() {}

    /** The answer to a question. */
    static ObjectNode answer(String conversation, Message message) {
        ObjectNode json = MAPPER.createObjectNode();
        json.put("conversation", conversation);
        json.set("message", message(message));
        return json;
    }

    /** The whole conversation, oldest first. */
    static ObjectNode history(String conversation, List<Message> messages) {
        ObjectNode json = MAPPER.createObjectNode();
        json.put("conversation", conversation);
        ArrayNode all = json.putArray("messages");
        messages.forEach(message -> all.add(message(message)));
        return json;
    }

    private static ObjectNode message(Message message) {
        ObjectNode json = MAPPER.createObjectNode();
        json.put("id", message.id());
        json.put("role", message.role().name().toLowerCase(Locale.ROOT));
        json.put("content", message.content());
        json.set("citations", citations(message.citations()));
        if (message.by() != null) {
            json.put("answered_by", message.by().wireName());
        }
        if (message.grounded() != null) {
            json.put("grounded", message.grounded());
        }
        json.put(
                "created_at", message.createdAt().truncatedTo(ChronoUnit.MILLIS).toString());
        return json;
    }

    static ArrayNode citations(List<Citation> citations) {
        ArrayNode all = MAPPER.createArrayNode();
        for (Citation citation : citations) {
            ObjectNode json = all.addObject();
            json.put("page", citation.page());
            json.put("page_index", citation.pageIndex());
            json.put("snippet", citation.snippet());
            ArrayNode boxes = json.putArray("bbox");
            for (BoundingBox box : citation.boxes()) {
                boxes.addArray()
                        .add(rounded(box.left()))
                        .add(rounded(box.top()))
                        .add(rounded(box.right()))
                        .add(rounded(box.bottom()));
            }
            json.put("score", rounded(citation.score() * 10) / 10);
        }
        return all;
    }

    static List<Citation> citations(String stored) {
        try {
            List<Citation> citations = new ArrayList<>();
            for (JsonNode json : MAPPER.readTree(stored)) {
                List<BoundingBox> boxes = new ArrayList<>();
                json.path("bbox")
                        .forEach(box -> boxes.add(new BoundingBox(
                                box.path(0).asDouble(),
                                box.path(1).asDouble(),
                                box.path(2).asDouble(),
                                box.path(3).asDouble())));
                citations.add(new Citation(
                        json.path("page").asInt(),
                        json.path("page_index").asInt(),
                        json.path("snippet").asText(),
                        boxes,
                        json.path("score").asDouble()));
            }
            return citations;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("stored citations are damaged", e);
        }
    }

    private static double rounded(double value) {
        return Math.round(value * 100) / 100.0;
    }
}
