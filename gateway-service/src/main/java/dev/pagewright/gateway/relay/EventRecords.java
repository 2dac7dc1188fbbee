package dev.pagewright.gateway.relay;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.pagewright.event.Topics;
import dev.pagewright.event.published.EventSchemas;
import dev.pagewright.event.published.PublicEvent;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;

/**
 * Outbox rows as Kafka records. Public topics carry CloudEvents 1.0 in the Kafka protocol binding's binary mode: the
 * attributes as {@code ce_} headers, the data as JSON.
 */
@ApplicationScoped
class EventRecords {

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private final PageResults pages;

    EventRecords(PageResults pages) {
        this.pages = pages;
    }

    /**
     * @param asReference a page is not to be decoded
     * @return empty where what the row tells of is gone
     */
    Optional<ProducerRecord<String, byte[]>> record(Row row, boolean asReference) throws IOException {
        String topic = row.getString("topic");
        String key = row.getString("key");
        byte[] data = row.getString("payload").getBytes(StandardCharsets.UTF_8);
        if (topic.equals(Topics.PAGE_RESULTS)) {
            int index = index(data);
            Optional<byte[]> page = asReference ? pages.reference(key, index) : pages.render(key, index);
            if (page.isEmpty()) {
                return Optional.empty();
            }
            data = page.get();
        }
        var record = new ProducerRecord<>(topic, key, data);
        PublicEvent.ofKind(row.getString("type")).ifPresent(event -> cloudEvent(record.headers(), row, event));
        header(record.headers(), "traceparent", row.getString("trace_parent"));
        return Optional.of(record);
    }

    private static int index(byte[] data) throws JsonProcessingException {
        try {
            PageRow row = MAPPER.readValue(data, PageRow.class);
            if (row == null) {
                throw new JsonParseException("no page");
            }
            return row.index();
        } catch (JsonProcessingException e) {
            throw e;
        } catch (IOException e) {
            throw new UncheckedIOException(e); // memory does not fail
        }
    }

    /** What the outbox has of a page. */
    private record PageRow(int index) {}

    private static void cloudEvent(Headers headers, Row row, PublicEvent event) {
        header(headers, "ce_specversion", "1.0");
        header(headers, "ce_id", "outbox-" + row.getLong("id"));
        header(headers, "ce_source", "/pagewright/gateway");
        header(headers, "ce_type", event.type());
        header(headers, "ce_subject", row.getString("key"));
        header(headers, "ce_time", DateTimeFormatter.ISO_INSTANT.format(row.getOffsetDateTime("created_at")));
        header(headers, "ce_dataschema", EventSchemas.address(event));
        header(headers, "content-type", "application/json");
    }

    private static void header(Headers headers, String name, @org.jspecify.annotations.Nullable String value) {
        if (value != null) {
            headers.add(name, value.getBytes(StandardCharsets.UTF_8));
        }
    }
}
