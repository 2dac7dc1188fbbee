package dev.pagewright.gateway.queue;

import dev.pagewright.event.BrokerAccess;
import dev.pagewright.event.Topics;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListShareGroupOffsetsSpec;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * What the broker knows of the queue. A task below its share group's start offset will not be delivered again: it was
 * accepted, rejected, or given up after too many deliveries. A worker accepts a task only after the broker has its
 * outcome, so once every outcome is heard that was written before the start offset was read, a passed task without an
 * outcome is lost.
 */
@ApplicationScoped
class QueueEvidence {

    /** @param offsets start offset by partition; empty where outcomes are still to be heard */
    record Passed(Map<Integer, Long> offsets) {

        Integer[] partitions() {
            return offsets.keySet().toArray(Integer[]::new);
        }

        Long[] starts() {
            return offsets.values().toArray(Long[]::new);
        }
    }

    private final Admin admin;
    private final String outcomeGroup;

    QueueEvidence(
            BrokerAccess access,
            @ConfigProperty(name = "mp.messaging.incoming.page-outcomes.group.id") String outcomeGroup) {
        this.admin = Admin.create(access.with(Map.of("client.id", "reconciler")));
        this.outcomeGroup = outcomeGroup;
    }

    /** First the start offsets, then whether all outcomes are heard: in this order nothing slips between. */
    Passed passed(Lane lane) {
        String group = Topics.shareGroup(lane.topic());
        try {
            Map<Integer, Long> starts = new TreeMap<>();
            admin.listShareGroupOffsets(Map.of(group, new ListShareGroupOffsetsSpec()))
                    .partitionsToOffsetInfo(group)
                    .get(20, TimeUnit.SECONDS)
                    .forEach((partition, info) -> {
                        if (info != null && partition.topic().equals(lane.topic())) {
                            starts.put(partition.partition(), info.startOffset());
                        }
                    });
            return new Passed(allOutcomesHeard() ? starts : Map.of());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Passed(Map.of());
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("the broker does not tell the share group's offsets", e);
        }
    }

    private boolean allOutcomesHeard() throws InterruptedException, ExecutionException, TimeoutException {
        Map<TopicPartition, OffsetAndMetadata> heard = admin.listConsumerGroupOffsets(outcomeGroup)
                .partitionsToOffsetAndMetadata()
                .get(20, TimeUnit.SECONDS);
        int partitions = java.util.Objects.requireNonNull(admin.describeTopics(java.util.List.of(Topics.PAGE_OUTCOMES))
                        .allTopicNames()
                        .get(20, TimeUnit.SECONDS)
                        .get(Topics.PAGE_OUTCOMES))
                .partitions()
                .size();
        Map<TopicPartition, OffsetSpec> all = new HashMap<>();
        for (int partition = 0; partition < partitions; partition++) {
            all.put(new TopicPartition(Topics.PAGE_OUTCOMES, partition), OffsetSpec.latest());
        }
        Map<TopicPartition, Long> ends = admin.listOffsets(all).all().get(20, TimeUnit.SECONDS).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().offset()));
        return ends.entrySet().stream()
                .allMatch(end -> end.getValue() == 0
                        || (heard.get(end.getKey()) != null
                                && heard.get(end.getKey()).offset() >= end.getValue()));
    }

    @PreDestroy
    void close() {
        admin.close();
    }
}
