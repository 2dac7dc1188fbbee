package dev.pagewright.gateway.queue;

import dev.pagewright.event.BrokerAccess;
import dev.pagewright.event.Topics;
import dev.pagewright.supervision.Supervision;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListShareGroupOffsetsSpec;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Asks the broker for {@link Evidence}. The order in which it asks is what makes it evidence. */
@ApplicationScoped
class QueueEvidence {

    private static final Logger LOG = Logger.getLogger(QueueEvidence.class);
    private static final long SECONDS = 20;

    private final Admin admin;
    private final String outcomeGroup;

    QueueEvidence(
            BrokerAccess access,
            @ConfigProperty(name = "mp.messaging.incoming.page-outcomes.group.id") String outcomeGroup) {
        this.admin = Admin.create(access.with(Map.of("client.id", "reconciler")));
        this.outcomeGroup = outcomeGroup;
    }

    /**
     * First where the tasks stand, then how many outcomes there are: the outcome of a task that was over is among them.
     *
     * @param noted the greatest offset that the database has of a task, by lane and partition; read before
     */
    Evidence now(OffsetDateTime before, Map<Lane, Map<Integer, Long>> noted) {
        Map<Lane, Evidence.Tasks> lanes = new EnumMap<>(Lane.class);
        for (Lane lane : Lane.values()) {
            try {
                Map<Integer, Long> ends = offsets(lane.topic(), OffsetSpec.latest());
                lanes.put(lane, new Evidence.Tasks(starts(lane, ends), noted.getOrDefault(lane, Map.of()), ends));
            } catch (IllegalStateException e) {
                Supervision.ofProcess().failed("reconciler-lane", e); // the others have theirs
                LOG.debugf(e, "nothing is known of the lane %s", lane.column());
            }
        }
        return new Evidence(before, lanes, offsets(Topics.PAGE_OUTCOMES, OffsetSpec.latest()));
    }

    /** First what is committed, then where the log ends: a commit that is greater is of another log. */
    Evidence.Heard heard() {
        Map<Integer, Long> committed = new TreeMap<>();
        get(admin.listConsumerGroupOffsets(outcomeGroup).partitionsToOffsetAndMetadata())
                .forEach((partition, offset) -> {
                    if (offset != null && partition.topic().equals(Topics.PAGE_OUTCOMES)) {
                        committed.put(partition.partition(), offset.offset());
                    }
                });
        return new Evidence.Heard(
                offsets(Topics.PAGE_OUTCOMES, OffsetSpec.earliest()),
                committed,
                offsets(Topics.PAGE_OUTCOMES, OffsetSpec.latest()));
    }

    /**
     * Where the group's tasks that are not over begin. What the broker tells of its start offset is what stood there before
     * the last acknowledgements were written, and stays so while nothing new comes; a group that lags behind nothing
     * (KIP-1226) has passed all that was there. A group that a broker has lost, or that no worker has joined yet, has
     * passed nothing.
     *
     * @param ends of the log, read before
     */
    private Map<Integer, Long> starts(Lane lane, Map<Integer, Long> ends) {
        String group = Topics.shareGroup(lane.topic());
        Map<Integer, Long> starts = new TreeMap<>();
        try {
            get(admin.listShareGroupOffsets(Map.of(group, new ListShareGroupOffsetsSpec()))
                            .partitionsToOffsetInfo(group))
                    .forEach((partition, info) -> {
                        if (info != null && partition.topic().equals(lane.topic())) {
                            boolean through = info.lag().filter(lag -> lag == 0).isPresent();
                            long end = ends.getOrDefault(partition.partition(), 0L);
                            starts.put(partition.partition(), through ? end : info.startOffset());
                        }
                    });
        } catch (IllegalStateException e) {
            if (!(e.getCause() instanceof ExecutionException failed)
                    || !(failed.getCause() instanceof GroupIdNotFoundException)) {
                throw e;
            }
        }
        return starts;
    }

    private Map<Integer, Long> offsets(String topic, OffsetSpec which) {
        int partitions = Objects.requireNonNull(
                        get(admin.describeTopics(List.of(topic)).allTopicNames())
                                .get(topic))
                .partitions()
                .size();
        Map<TopicPartition, OffsetSpec> all = new HashMap<>();
        for (int partition = 0; partition < partitions; partition++) {
            all.put(new TopicPartition(topic, partition), which);
        }
        Map<Integer, Long> offsets = new TreeMap<>();
        get(admin.listOffsets(all).all())
                .forEach((partition, found) -> offsets.put(partition.partition(), found.offset()));
        return offsets;
    }

    private static <T> T get(KafkaFuture<T> answer) {
        try {
            return answer.get(SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while asking the broker", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("the broker does not tell its offsets", e);
        }
    }

    @PreDestroy
    void close() {
        admin.close();
    }
}
