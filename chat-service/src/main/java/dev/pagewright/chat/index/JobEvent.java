package dev.pagewright.chat.index;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/** What chat takes from the public job events: which job, and whether it can be asked about or is gone. */
record JobEvent(String jobId, Kind kind) {

    enum Kind {
        DONE,
        DELETED,
        OTHER
    }

    private static final Pattern ID = Pattern.compile("[0-9a-f]{32}");

    /**
     * Reads key and CloudEvents type (header {@code ce_type}); the last segment of the type tells the kind.
     *
     * @return empty where the record is no job event
     */
    static Optional<JobEvent> of(ConsumerRecord<String, byte[]> event) {
        String type = header(event, "ce_type");
        if (type == null || event.key() == null || !ID.matcher(event.key()).matches()) {
            return Optional.empty();
        }
        Kind kind =
                switch (type.substring(type.lastIndexOf('.') + 1)) {
                    case "done" -> Kind.DONE;
                    case "deleted" -> Kind.DELETED;
                    default -> Kind.OTHER;
                };
        return Optional.of(new JobEvent(event.key(), kind));
    }

    private static @Nullable String header(ConsumerRecord<String, byte[]> event, String name) {
        Header header = event.headers().lastHeader(name);
        return header == null || header.value() == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }
}
