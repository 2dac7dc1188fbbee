package dev.pagewright.worker.queue;

import dev.pagewright.event.BrokerAccess;
import dev.pagewright.event.EventJson;
import dev.pagewright.event.PageOutcome;
import dev.pagewright.event.Topics;
import dev.pagewright.event.WorkerPresence;
import dev.pagewright.worker.queue.lease.Lease;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** What a worker tells: outcomes, its presence, and what it could not read. Thread-safe. */
public final class OutcomeSender implements AutoCloseable {

    private static final Duration ANSWER = Duration.ofSeconds(20);

    private final KafkaProducer<String, byte[]> producer;

    public OutcomeSender(BrokerAccess access) {
        this.producer = new KafkaProducer<>(
                access.with(Map.of(
                        "acks",
                        "all",
                        "enable.idempotence",
                        true,
                        "linger.ms",
                        0,
                        "max.block.ms",
                        5_000,
                        "request.timeout.ms",
                        10_000,
                        "delivery.timeout.ms",
                        15_000,
                        "reconnect.backoff.max.ms",
                        2_000)),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    /** Returns once the broker has it. */
    void send(PageOutcome outcome) throws IOException {
        await(new ProducerRecord<>(Topics.PAGE_OUTCOMES, outcome.jobId(), EventJson.write(outcome)));
    }

    /** Returns at once; lost where the broker is away, which does no harm: the page's outcome tells it too. */
    void tell(PageOutcome.Started started) {
        try {
            var ignored = producer.send(
                    new ProducerRecord<>(Topics.PAGE_OUTCOMES, started.jobId(), EventJson.write(started)));
        } catch (KafkaException e) {
            // the page goes on
        }
    }

    /** Returns once the broker has it. */
    void send(WorkerPresence presence) throws IOException {
        await(new ProducerRecord<>(Topics.WORKER_PRESENCE, presence.workerId(), EventJson.write(presence)));
    }

    /** Keeps a record that nobody can work on, and why. Returns once the broker has it. */
    void bury(Lease lease, String reason) throws IOException {
        var letter = new ProducerRecord<>(Topics.DEAD_LETTERS, lease.key(), lease.value());
        letter.headers()
                .add("reason", reason.getBytes(StandardCharsets.UTF_8))
                .add("source", (lease.topic() + "-" + lease.place()).getBytes(StandardCharsets.UTF_8));
        await(letter);
    }

    private void await(ProducerRecord<String, byte[]> record) throws IOException {
        try {
            producer.send(record).get(ANSWER.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BrokerAwayException(e);
        } catch (ExecutionException | TimeoutException | KafkaException e) {
            throw new BrokerAwayException(e);
        }
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(5));
    }
}
