package dev.pagewright.chat.index;

import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.Metadata;
import org.jboss.logging.Logger;

/** Where records go that cannot be read: kept for an operator, with where they came from and why. */
@ApplicationScoped
class DeadLetters {

    private static final Logger LOG = Logger.getLogger(DeadLetters.class);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final MutinyEmitter<byte[]> emitter;

    DeadLetters(@Channel("dead-letters") MutinyEmitter<byte[]> emitter) {
        this.emitter = emitter;
    }

    /** Sends a copy; where even that fails the record is logged, so that the channel never stops on it. */
    void put(ConsumerRecord<String, byte[]> source, String reason) {
        LOG.warnf("%s-%d@%d: %s", source.topic(), source.partition(), source.offset(), reason);
        var headers = new RecordHeaders(source.headers())
                .add("reason", bytes(reason))
                .add("source", bytes(source.topic() + "-" + source.partition() + "@" + source.offset()));
        var metadata = OutgoingKafkaRecordMetadata.<String>builder()
                .withKey(source.key())
                .withHeaders(headers)
                .build();
        byte[] value = source.value() == null ? new byte[0] : source.value();
        try {
            emitter.sendMessage(Message.of(value, Metadata.of(metadata)))
                    .await()
                    .atMost(PATIENCE);
        } catch (RuntimeException e) {
            LOG.errorf(e, "the dead letter could not be kept");
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
