package dev.pagewright.worker.queue.lease;

import dev.pagewright.event.BrokerAccess;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.KafkaException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Looks for a lane's tasks with a thread of its own, and only while the lane has a free slot: what a worker cannot
 * start is left to the others. Where another lane took that slot meanwhile, the one task that was found waits for the
 * next.
 */
public final class LanePoller implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(LanePoller.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final String topic;
    private final SlotAllocator slots;
    private final LeaseKeeper keeper;
    private final LeasedWork work;
    private final LaneMembers members;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final Thread thread;

    /**
     * @param group share group of the lane's workers
     * @param most pages that the lane may have at work at once
     */
    public LanePoller(
            BrokerAccess access,
            String topic,
            String group,
            int most,
            Duration fetchWait,
            SlotAllocator slots,
            LeaseKeeper keeper,
            LeasedWork work) {
        this.topic = topic;
        this.slots = slots;
        this.keeper = keeper;
        this.work = work;
        this.members = new LaneMembers(most + 1, () -> LeaseMember.join(access, topic, group, fetchWait));
        this.thread = Thread.ofPlatform().name("lane-" + topic).daemon().unstarted(this::run);
    }

    public void start() {
        thread.start();
    }

    private void run() {
        try {
            while (slots.awaitFree(topic)) {
                Lease lease = look();
                if (lease == null) {
                    return;
                }
                begin(lease);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void begin(Lease lease) throws InterruptedException {
        SlotAllocator.Slot slot = slots.take(topic);
        if (slot == null) {
            lease.release();
        } else {
            work.begin(lease, slot);
        }
    }

    /** Polls until there is a task, whatever the broker does meanwhile; null once the lane stops. */
    private @Nullable Lease look() throws InterruptedException {
        LeaseMember member = member();
        while (member != null && stopping.getCount() > 0) {
            Optional<Lease> lease = poll(member);
            if (lease.isPresent()) {
                return lease.get();
            }
            if (member.broken()) {
                members.give(member);
                stopping.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
                member = member();
            }
        }
        if (member != null) {
            members.give(member);
        }
        return null;
    }

    /** Tries until one can join; null once the lane stops. */
    private @Nullable LeaseMember member() throws InterruptedException {
        while (stopping.getCount() > 0) {
            try {
                return members.take();
            } catch (KafkaException e) {
                LOG.warnf("%s: %s", topic, e.getMessage());
                stopping.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
            }
        }
        return null;
    }

    private Optional<Lease> poll(LeaseMember member) {
        try {
            Optional<Lease> lease = member.poll(POLL, () -> {
                keeper.forget(member);
                members.give(member);
            });
            if (lease.isPresent()) {
                keeper.keep(member);
            }
            return lease;
        } catch (KafkaException | IllegalStateException e) {
            LOG.warnf("%s: %s", topic, e.getMessage());
            return Optional.empty();
        }
    }

    /** Takes no more tasks, and returns once it takes none. What is at work goes on, and its leases are kept. */
    public void stopTaking() throws InterruptedException {
        stopping.countDown();
        thread.join(Duration.ofSeconds(5));
    }

    /** Leaves the group, after all work has ended. */
    @Override
    public void close() {
        members.close();
    }
}
