package dev.pagewright.worker.queue;

import dev.pagewright.event.BrokerAccess;
import dev.pagewright.event.Cancellation;
import dev.pagewright.event.EventJson;
import dev.pagewright.event.Topics;
import dev.pagewright.supervision.SupervisedThread;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Hears cancellations, every worker all of them, from the end: a page whose job was cancelled before the worker came is
 * read for nothing, which the gateway's answer to its outcome tells nobody.
 */
final class CancellationListener implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(CancellationListener.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final SupervisedThread.Pace PACE =
            new SupervisedThread.Pace(Duration.ofSeconds(1), Duration.ofSeconds(90));

    private final BrokerAccess access;
    private final WantedJobs jobs;
    private final SupervisedThread thread = new SupervisedThread("cancellations", PACE, this::hear);
    private @Nullable KafkaConsumer<String, byte[]> consumer;

    CancellationListener(BrokerAccess access, WantedJobs jobs) {
        this.access = access;
        this.jobs = jobs;
    }

    void start() {
        thread.start();
    }

    /** A consumer whose poll has failed for good is made anew with the next turn. */
    private boolean hear() {
        KafkaConsumer<String, byte[]> open = consumer == null ? open() : consumer;
        consumer = open;
        boolean sound = false;
        try {
            for (ConsumerRecord<String, byte[]> record : open.poll(POLL)) {
                cancel(record.value());
            }
            sound = true;
        } catch (RetriableException e) {
            sound = true;
            LOG.debugf(e, "cancellations cannot be heard");
        } finally {
            if (!sound) {
                leave();
            }
        }
        return !thread.stopped();
    }

    // no group: nothing is committed, and every worker hears everything
    private KafkaConsumer<String, byte[]> open() {
        var made = new KafkaConsumer<>(
                access.with(Map.of(
                        "enable.auto.commit",
                        false,
                        "auto.offset.reset",
                        "latest",
                        "metadata.max.age.ms",
                        10_000,
                        "reconnect.backoff.max.ms",
                        2_000)),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        made.assign(List.of(new TopicPartition(Topics.CANCELLATIONS, 0)));
        return made;
    }

    private void leave() {
        KafkaConsumer<String, byte[]> open = consumer;
        consumer = null;
        if (open != null) {
            open.close(CloseOptions.timeout(Duration.ofSeconds(2)));
        }
    }

    private void cancel(byte[] record) {
        try {
            jobs.cancel(EventJson.read(record, Cancellation.class).jobId());
        } catch (IOException | IllegalArgumentException | NullPointerException e) {
            LOG.warn("a record among the cancellations is none");
        }
    }

    @Override
    public void close() {
        if (thread.close(Duration.ofSeconds(3))) {
            leave();
        }
    }
}
