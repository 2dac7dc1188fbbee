package dev.pagewright.gateway.outcome;

import dev.pagewright.event.EventJson;
import dev.pagewright.event.PageOutcome;
import dev.pagewright.gateway.poison.Taken;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * Hears what the workers made of their tasks. A batch is acknowledged once its transaction is committed; while the
 * database is away the batch waits and is tried again, and nothing after it is read. A record that is no outcome, one that
 * the database refuses for what it says, and one at which the service ended again and again go to the dead letters and stop
 * nobody; the reconciler sees to their pages.
 */
@ApplicationScoped
class OutcomeConsumer {

    private final OutcomeBatches batches;
    private final DeadOutcomes dead;
    private final Taken taken;

    OutcomeConsumer(OutcomeBatches batches, DeadOutcomes dead, Taken taken) {
        this.batches = batches;
        this.dead = dead;
        this.taken = taken;
    }

    void stop(@Observes ShutdownEvent event) {
        batches.stop();
    }

    /** An outcome and the record that it came in. */
    record Heard(ConsumerRecord<String, byte[]> record, PageOutcome outcome) {}

    @Incoming("page-outcomes")
    @Blocking
    void hear(ConsumerRecords<String, byte[]> records) throws InterruptedException {
        List<ConsumerRecord<String, byte[]>> together = new ArrayList<>(records.count());
        List<TopicPartition> partitions = List.copyOf(records.partitions());
        List<Taken.Leave> leaves = leaves(partitions.stream()
                .map(partition -> inputs(partition, records.records(partition)))
                .toList());
        for (int i = 0; i < partitions.size(); i++) {
            TopicPartition partition = partitions.get(i);
            List<ConsumerRecord<String, byte[]>> some = records.records(partition);
            Taken.Leave leave = leaves.get(i);
            if (leave == Taken.Leave.ALL) {
                together.addAll(some);
            } else {
                oneByOne(partition, some, leave);
            }
        }
        batches.store(read(together));
    }

    private void oneByOne(TopicPartition partition, List<ConsumerRecord<String, byte[]>> some, Taken.Leave first)
            throws InterruptedException {
        Taken.Leave leave = first;
        for (int i = 0; i < some.size(); i++) {
            List<ConsumerRecord<String, byte[]>> one = some.subList(i, i + 1);
            leave = i == 0
                    ? leave
                    : leaves(List.of(inputs(partition, some.subList(i, some.size()))))
                            .getFirst();
            if (leave == Taken.Leave.NONE) {
                dead.bury(one.getFirst(), "the service ended at it again and again");
            } else {
                batches.store(read(one));
            }
        }
    }

    private List<Taken.Leave> leaves(List<Taken.Inputs> inputs) throws InterruptedException {
        return batches.waiting(
                () -> taken.take("outcome", inputs), Collections.nCopies(inputs.size(), Taken.Leave.ALL));
    }

    private static Taken.Inputs inputs(TopicPartition partition, List<ConsumerRecord<String, byte[]>> some) {
        return new Taken.Inputs(
                partition.toString(), some.getFirst().offset(), some.getLast().offset());
    }

    private List<Heard> read(List<ConsumerRecord<String, byte[]>> records) {
        List<Heard> batch = new ArrayList<>(records.size());
        for (ConsumerRecord<String, byte[]> record : records) {
            try {
                batch.add(new Heard(record, EventJson.read(record.value(), PageOutcome.class)));
            } catch (IOException | IllegalArgumentException e) {
                dead.bury(record, "not a page outcome");
            }
        }
        return batch;
    }
}
