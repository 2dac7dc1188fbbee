package dev.pagewright.worker.queue;

import dev.pagewright.event.BrokerAccess;
import dev.pagewright.event.Cancellation;
import dev.pagewright.event.EventJson;
import dev.pagewright.event.Topics;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jboss.logging.Logger;

/**
 * Hears cancellations, every worker all of them, from the end: a page whose job was cancelled before the worker came is
 * read for nothing, which the gateway's answer to its outcome tells nobody.
 */
final class CancellationListener implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(CancellationListener.class);
    private static final Duration POLL = Duration.ofMillis(500);

    private final BrokerAccess access;
    private final WantedJobs jobs;
    private final Thread thread;
    private volatile boolean stopped;

    CancellationListener(BrokerAccess access, WantedJobs jobs) {
        this.access = access;
        this.jobs = jobs;
        this.thread = Thread.ofPlatform().name("cancellations").daemon().unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    private void run() {
        // no group: nothing is committed, and every worker hears everything
        try (var consumer = new KafkaConsumer<>(
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
                new ByteArrayDeserializer())) {
            consumer.assign(List.of(new TopicPartition(Topics.CANCELLATIONS, 0)));
            while (!stopped) {
                hear(consumer);
            }
        }
    }

    private void hear(KafkaConsumer<String, byte[]> consumer) {
        try {
            for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
                cancel(record.value());
            }
        } catch (KafkaException e) {
            LOG.debugf(e, "cancellations cannot be heard");
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
        stopped = true;
        try {
            thread.join(Duration.ofSeconds(3));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
