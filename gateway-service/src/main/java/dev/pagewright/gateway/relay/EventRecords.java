package dev.pagewright.gateway.relay;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pagewright.event.Topics;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;

/**
 * Outbox rows as Kafka records. Public topics carry CloudEvents 1.0 in the Kafka protocol binding's binary mode: the
 * attributes as {@code ce_} headers, the data as JSON.
 */
@ApplicationScoped
class EventRecords {

    private static final Set<String> PUBLIC = Set.of(Topics.PAGE_RESULTS, Topics.JOB_EVENTS, Topics.USAGE_EVENTS);
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final PageResults pages;

    EventRecords(PageResults pages) {
        this.pages = pages;
    }

    /** @return empty where what the row tells of is gone */
    Optional<ProducerRecord<String, byte[]>> record(Row row) throws IOException {
        String topic = row.getString("topic");
        String key = row.getString("key");
        byte[] data = row.getString("payload").getBytes(StandardCharsets.UTF_8);
        if (topic.equals(Topics.PAGE_RESULTS)) {
            Optional<byte[]> page =
                    pages.render(key, MAPPER.readTree(data).path("index").asInt());
            if (page.isEmpty()) {
                return Optional.empty();
            }
            data = page.get();
        }
        var record = new ProducerRecord<>(topic, key, data);
        if (PUBLIC.contains(topic)) {
            cloudEvent(record.headers(), row);
        }
        header(record.headers(), "traceparent", row.getString("trace_parent"));
        return Optional.of(record);
    }

    private static void cloudEvent(Headers headers, Row row) {
        header(headers, "ce_specversion", "1.0");
        header(headers, "ce_id", "outbox-" + row.getLong("id"));
        header(headers, "ce_source", "/pagewright/gateway");
        header(headers, "ce_type", "dev.pagewright." + row.getString("type"));
        header(headers, "ce_subject", row.getString("key"));
        header(headers, "ce_time", DateTimeFormatter.ISO_INSTANT.format(row.getOffsetDateTime("created_at")));
        header(headers, "content-type", "application/json");
    }

    private static void header(Headers headers, String name, @org.jspecify.annotations.Nullable String value) {
        if (value != null) {
            headers.add(name, value.getBytes(StandardCharsets.UTF_8));
        }
    }
}
