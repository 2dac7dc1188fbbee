package dev.pagewright.gateway.outcome;

import dev.pagewright.event.EventJson;
import dev.pagewright.event.PageOutcome;
import dev.pagewright.event.Topics;
import dev.pagewright.gateway.relay.Broker;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.reactive.messaging.annotations.Blocking;
import io.vertx.pgclient.PgException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/**
 * Hears what the workers made of their tasks. A batch is acknowledged once its transaction is committed; while the
 * database is away the batch waits and is tried again, and nothing after it is read. A record that is no outcome, or one
 * that the database refuses for what it says, goes to the dead letters and stops nobody; the reconciler sees to its page.
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

    /** An outcome and the record that it came in. */
    private record Heard(ConsumerRecord<String, byte[]> record, PageOutcome outcome) {}

    @Incoming("page-outcomes")
    @Blocking
    void hear(ConsumerRecords<String, byte[]> records) throws InterruptedException {
        List<Heard> batch = new ArrayList<>(records.count());
        for (ConsumerRecord<String, byte[]> record : records) {
            try {
                batch.add(new Heard(record, EventJson.read(record.value(), PageOutcome.class)));
            } catch (IOException | IllegalArgumentException e) {
                bury(record, "not a page outcome");
            }
        }
        if (!stored(batch)) {
            for (Heard each : batch) {
                if (!stored(List.of(each))) {
                    bury(each.record(), "an outcome that cannot be stored");
                }
            }
        }
    }

    /** @return false where one of them will never be stored */
    private boolean stored(List<Heard> batch) throws InterruptedException {
        while (true) {
            try {
                outcomes.apply(batch.stream().map(Heard::outcome).toList());
                return true;
            } catch (RuntimeException e) {
                if (refused(e)) {
                    LOG.warnf(e, "one of %d outcomes cannot be stored", batch.size());
                    return false;
                }
                LOG.warnf(e, "%d outcomes cannot be stored and wait", batch.size());
            }
            if (stopping) {
                throw new IllegalStateException("stopping: the batch stays unacknowledged and comes again");
            }
            TimeUnit.MILLISECONDS.sleep(PAUSE);
        }
    }

    /** Whether it is the outcome's own fault, and not that of a database which will do better later. */
    private static boolean refused(RuntimeException fault) {
        return switch (fault) {
            // SQLSTATE classes 22, data exception, and 23, integrity constraint violation
            case PgException answer ->
                answer.getSqlState() != null && answer.getSqlState().matches("2[23].*");
            case IllegalArgumentException e -> true;
            case NullPointerException e -> true;
            case NoSuchElementException e -> true;
            case ClassCastException e -> true;
            default -> false;
        };
    }

    private void bury(ConsumerRecord<String, byte[]> record, String reason) {
        String source = "%s-%d@%d".formatted(record.topic(), record.partition(), record.offset());
        LOG.warnf("%s: %s", source, reason);
        var letter = new ProducerRecord<>(Topics.DEAD_LETTERS, record.key(), record.value());
        letter.headers()
                .add("reason", reason.getBytes(StandardCharsets.UTF_8))
                .add("source", source.getBytes(StandardCharsets.UTF_8));
        broker.sendAndAwait(letter);
    }
}
