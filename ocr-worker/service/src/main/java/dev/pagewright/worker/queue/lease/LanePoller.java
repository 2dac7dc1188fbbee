package dev.pagewright.worker.queue.lease;

import dev.pagewright.event.BrokerAccess;
import dev.pagewright.supervision.SupervisedThread;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Looks for a lane's tasks with a thread of its own, and only while the lane has a free slot: what a worker cannot
 * start is left to the others. Where another lane took that slot meanwhile, the one task that was found waits for the
 * next.
 */
public final class LanePoller implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(500);
    /** After a failure a second's pause; a turn polls once, and may have to make a new member. */
    private static final SupervisedThread.Pace PACE =
            new SupervisedThread.Pace(Duration.ofSeconds(1), Duration.ofSeconds(90));

    private final String topic;
    private final SlotAllocator slots;
    private final LeaseKeeper keeper;
    private final LeasedWork work;
    private final LaneMembers members;
    private final SupervisedThread thread;
    /** Who looks for the next task: once it has begun to poll it must go on until it has one. */
    private @Nullable LeaseMember looking;
    /** What was found while another lane took the slot. */
    private @Nullable Lease found;

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
        this.thread = new SupervisedThread("lane-" + topic, PACE, this::turn);
    }

    public void start() {
        thread.start();
    }

    /** One short wait: for a slot, for a task, or for a slot for the task that was found. */
    private boolean turn() throws InterruptedException {
        if (found != null) {
            begin(found);
        } else if (looking != null || slots.awaitFree(topic, POLL)) {
            look();
        }
        return !thread.stopped();
    }

    private void begin(Lease lease) throws InterruptedException {
        SlotAllocator.Slot slot = slots.take(topic, POLL);
        if (slot == null) {
            if (slots.closed()) {
                giveUp(lease);
            }
            return;
        }
        boolean begun = false;
        try {
            work.begin(lease, slot);
            begun = true;
        } finally {
            if (!begun) {
                slot.close();
                giveUp(lease);
            }
        }
        found = null;
    }

    private void giveUp(Lease lease) {
        found = null;
        lease.release();
    }

    private void look() throws InterruptedException {
        LeaseMember member = looking == null ? members.take() : looking;
        looking = member;
        boolean sound = false;
        try {
            Optional<Lease> lease = member.poll(POLL, () -> {
                keeper.forget(member);
                members.give(member);
            });
            sound = true;
            lease.ifPresent(task -> {
                looking = null;
                keeper.keep(member);
                found = task;
            });
        } finally {
            if (!sound) {
                looking = null;
                member.breaks();
                members.give(member);
            }
        }
    }

    /** Takes no more tasks, and returns once it takes none. What is at work goes on, and its leases are kept. */
    public void stopTaking() {
        if (thread.close(Duration.ofSeconds(5))) {
            if (found != null) {
                giveUp(found);
            }
            if (looking != null) {
                members.give(looking);
                looking = null;
            }
        }
    }

    /** Leaves the group, after all work has ended. */
    @Override
    public void close() {
        members.close();
    }
}
