package dev.pagewright.worker.queue.lease;

import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.consumer.AcknowledgeType;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * The right to work on a task alone, renewed by {@link LeaseKeeper} until it is ended. It is ended once, whoever is
 * first. Thread-safe.
 */
public final class Lease {

    private final LeaseMember member;
    private final ConsumerRecord<String, byte[]> record;
    private final Runnable ended;
    private final AtomicBoolean over = new AtomicBoolean();

    Lease(LeaseMember member, ConsumerRecord<String, byte[]> record, Runnable ended) {
        this.member = member;
        this.record = record;
        this.ended = ended;
    }

    public @Nullable String key() {
        return record.key();
    }

    public byte @Nullable [] value() {
        return record.value();
    }

    /** 1 for the first time that anybody leases the task. */
    public int deliveryCount() {
        return record.deliveryCount().orElse((short) 1);
    }

    public String topic() {
        return record.topic();
    }

    /** Partition and offset, for logs. */
    public String place() {
        return record.partition() + "-" + record.offset();
    }

    /** The task is done: its outcome is with the broker. */
    public void accept() {
        end(AcknowledgeType.ACCEPT);
    }

    /** Somebody else may do it; it counts as a delivery. */
    public void release() {
        end(AcknowledgeType.RELEASE);
    }

    /** Nobody can do it. */
    public void reject() {
        end(AcknowledgeType.REJECT);
    }

    private void end(AcknowledgeType how) {
        if (over.compareAndSet(false, true)) {
            member.end(how);
            ended.run();
        }
    }
}
