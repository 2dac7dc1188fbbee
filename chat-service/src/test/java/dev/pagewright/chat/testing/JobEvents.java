package dev.pagewright.chat.testing;

import dev.pagewright.event.Topics;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** Sends job events as the gateway does. */
public final class JobEvents implements AutoCloseable {

    private final KafkaProducer<String, String> producer;

    public JobEvents(String bootstrapServers) {
        this.producer = new KafkaProducer<>(
                Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers),
                new StringSerializer(),
                new StringSerializer());
    }

    /** @param type CloudEvents type; null sends none */
    public void send(@Nullable String key, @Nullable String type, String value) {
        var event = new ProducerRecord<>(Topics.JOB_EVENTS, key, value);
        if (type != null) {
            event.headers().add("ce_type", type.getBytes(StandardCharsets.UTF_8));
        }
        try {
            producer.send(event).get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException("the event was not sent", e);
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
