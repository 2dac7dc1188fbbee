package dev.pagewright.worker.queue.lease;

import dev.pagewright.event.BrokerAccess;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.AcknowledgeType;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaShareConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * A member of a lane's share group (KIP-932) that holds one record at a time.
 *
 * <p>One record, because the client gives no new records while any of the last ones is being renewed (KIP-1222): a
 * member with several pages would wait for the slowest. Once a poll came back empty, the client goes on fetching in the
 * background, and what it gets is leased with nobody to renew it; so a member that has begun to poll must go on until
 * it has a record. Renewal is a commit of its own for the same reason: riding on a poll, it fetches.
 * Thread-safe.
 */
final class LeaseMember implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(LeaseMember.class);
    private static final Duration ANSWER = Duration.ofSeconds(5);
    private static final int USUAL_LOCK = 30_000;

    private final KafkaShareConsumer<String, byte[]> consumer;
    private @Nullable ConsumerRecord<String, byte[]> held;
    private long renewed = System.nanoTime();
    private volatile boolean broken;

    private LeaseMember(KafkaShareConsumer<String, byte[]> consumer) {
        this.consumer = consumer;
    }

    /** Joins in the background; the first poll may come back empty. */
    static LeaseMember join(BrokerAccess access, String topic, String group, Duration fetchWait) {
        Map<String, Object> settings = access.settings();
        settings.put("group.id", group);
        settings.put("share.acknowledgement.mode", "explicit");
        settings.put("share.acquire.mode", "record_limit");
        settings.put("max.poll.records", 1);
        settings.put("fetch.max.wait.ms", Math.toIntExact(fetchWait.toMillis()));
        // an idle member is no dead member
        settings.put("max.poll.interval.ms", Integer.MAX_VALUE);
        settings.put("metadata.max.age.ms", 10_000);
        settings.put("reconnect.backoff.max.ms", 2_000);
        var consumer = new KafkaShareConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
        consumer.setAcknowledgementCommitCallback((offsets, failure) -> {
            if (failure != null) {
                LOG.infof("%s: a lease ended before its task: %s", topic, failure.getMessage());
            }
        });
        consumer.subscribe(List.of(topic));
        return new LeaseMember(consumer);
    }

    /**
     * Polls once. The member holds nothing.
     *
     * @param ended runs when the lease has ended
     */
    synchronized Optional<Lease> poll(Duration atMost, Runnable ended) {
        List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
        try {
            consumer.poll(atMost).forEach(records::add);
            if (records.isEmpty()) {
                return Optional.empty();
            }
            records.stream().skip(1).forEach(more -> consumer.acknowledge(more, AcknowledgeType.RELEASE));
        } catch (KafkaException | IllegalStateException e) {
            broken = true;
            throw e;
        }
        renewed = System.nanoTime();
        held = records.getFirst();
        return Optional.of(new Lease(this, records.getFirst(), ended));
    }

    /** Renews what it holds, once a third of the lease is over. */
    synchronized void renewWhenDue() {
        ConsumerRecord<String, byte[]> record = held;
        if (record == null || System.nanoTime() - renewed < interval().toNanos()) {
            return;
        }
        held = null;
        try {
            consumer.acknowledge(record, AcknowledgeType.RENEW);
            boolean granted = consumer.commitSync(ANSWER).values().stream().allMatch(Optional::isEmpty);
            // a record that was renewed is polled again before anything can be done with it
            for (ConsumerRecord<String, byte[]> again : consumer.poll(Duration.ZERO)) {
                if (granted && again.offset() == record.offset() && again.partition() == record.partition()) {
                    held = again;
                    renewed = System.nanoTime();
                }
            }
        } catch (KafkaException | IllegalStateException e) {
            LOG.debugf(e, "%s: not renewed", record.topic());
        }
        if (held == null) {
            broken = true;
            LOG.infof("%s: the lease on %d-%d is lost", record.topic(), record.partition(), record.offset());
        }
    }

    private Duration interval() {
        return Duration.ofMillis(consumer.acquisitionLockTimeoutMs().orElse(USUAL_LOCK) / 3);
    }

    synchronized void end(AcknowledgeType how) {
        ConsumerRecord<String, byte[]> record = held;
        held = null;
        if (record == null) {
            return;
        }
        try {
            consumer.acknowledge(record, how);
            consumer.commitAsync();
        } catch (KafkaException | IllegalStateException e) {
            broken = true;
            LOG.infof("%s: the lease on %d-%d was lost", record.topic(), record.partition(), record.offset());
        }
    }

    /** What it was doing has failed in a way that it does not know. */
    void breaks() {
        broken = true;
    }

    /** Whether it must be replaced: what it still has is not to be trusted. */
    boolean broken() {
        return broken;
    }

    /** Sends what is acknowledged, lets go of what is held and leaves the group. */
    @Override
    public synchronized void close() {
        try {
            consumer.close(ANSWER);
        } catch (KafkaException e) {
            LOG.debugf(e, "not closed in order");
        }
    }
}
