package dev.pagewright.gateway.outcome;

import dev.pagewright.event.EventJson;
import dev.pagewright.event.PageOutcome;
import dev.pagewright.event.Topics;
import dev.pagewright.gateway.relay.Broker;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/**
 * Hears what the workers made of their tasks. A batch is acknowledged once its transaction is committed; while the
 * database is away the batch waits and is tried again, and nothing after it is read. A record that is no outcome goes
 * to the dead letters and stops nobody.
 */
@ApplicationScoped
class OutcomeConsumer {

    private static final Logger LOG = Logger.getLogger(OutcomeConsumer.class);
    private static final long PAUSE = 500;

    private final Outcomes outcomes;
    private final Broker broker;
    private volatile boolean stopping;

    OutcomeConsumer(Outcomes outcomes, Broker broker) {
        this.outcomes = outcomes;
        this.broker = broker;
    }

    void stop(@Observes ShutdownEvent event) {
        stopping = true;
    }

    @Incoming("page-outcomes")
    @Blocking
    void hear(ConsumerRecords<String, byte[]> records) throws InterruptedException {
        List<PageOutcome> batch = new ArrayList<>(records.count());
        for (ConsumerRecord<String, byte[]> record : records) {
            try {
                batch.add(EventJson.read(record.value(), PageOutcome.class));
            } catch (IOException | IllegalArgumentException e) {
                bury(record);
            }
        }
        while (!applied(batch)) {
            if (stopping) {
                throw new IllegalStateException("stopping: the batch stays unacknowledged and comes again");
            }
            java.util.concurrent.TimeUnit.MILLISECONDS.sleep(PAUSE);
        }
    }

    private boolean applied(List<PageOutcome> batch) {
        try {
            outcomes.apply(batch);
            return true;
        } catch (RuntimeException e) {
            LOG.warnf(e, "%d outcomes cannot be stored and wait", batch.size());
            return false;
        }
    }

    private void bury(ConsumerRecord<String, byte[]> record) {
        LOG.warnf("a record of %s at %d-%d is no outcome", record.topic(), record.partition(), record.offset());
        var letter = new ProducerRecord<>(Topics.DEAD_LETTERS, record.key(), record.value());
        letter.headers()
                .add("reason", "not a page outcome".getBytes(StandardCharsets.UTF_8))
                .add("topic", record.topic().getBytes(StandardCharsets.UTF_8));
        broker.sendAndAwait(letter);
    }
}
