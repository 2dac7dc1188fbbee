package dev.pagewright.gateway.outcome;

import dev.pagewright.event.Topics;
import dev.pagewright.gateway.relay.Broker;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jboss.logging.Logger;

/** Keeps records among the dead letters that are no outcomes, or none that can be stored, with the reason. */
@ApplicationScoped
class DeadOutcomes {

    private static final Logger LOG = Logger.getLogger(DeadOutcomes.class);

    private final Broker broker;

    DeadOutcomes(Broker broker) {
        this.broker = broker;
    }

    /** Returns once the broker has it. */
    void bury(ConsumerRecord<String, byte[]> record, String reason) {
        String source = "%s-%d@%d".formatted(record.topic(), record.partition(), record.offset());
        LOG.warnf("%s: %s", source, reason);
        var letter = new ProducerRecord<>(Topics.DEAD_LETTERS, record.key(), record.value());
        letter.headers()
                .add("reason", reason.getBytes(StandardCharsets.UTF_8))
                .add("source", source.getBytes(StandardCharsets.UTF_8));
        broker.sendAndAwait(letter);
    }
}
