package dev.pagewright.worker.queue.lease;

import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Divides a worker's slots among the lanes. A slot nobody else wants is given to whoever asks; where several lanes
 * wait, each gets shared slots in proportion to its weight (stride scheduling), so that none is starved and none is
 * served strictly first. Slots of a lane's own are used when the shared ones are taken. Each lane asks with one
 * thread. Thread-safe.
 */
public final class SlotAllocator {

    private static final double STRIDE = 1;

    /** One page at work. */
    public final class Slot implements AutoCloseable {

        private final @Nullable Lane owner;
        private final AtomicBoolean given = new AtomicBoolean();

        private Slot(@Nullable Lane owner) {
            this.owner = owner;
        }

        /** Gives the slot back; more than once does nothing. */
        @Override
        public void close() {
            if (given.compareAndSet(false, true)) {
                back(this);
            }
        }
    }

    private static final class Lane {
        private final LaneShare share;
        private int ownFree;
        private double pass;
        private boolean waiting;

        Lane(LaneShare share) {
            this.share = share;
            this.ownFree = share.own();
        }
    }

    private final Map<String, Lane> lanes = new LinkedHashMap<>();
    private int sharedFree;
    private double now;
    private boolean closed;

    public SlotAllocator(int shared, Map<String, LaneShare> shares) {
        this.sharedFree = shared;
        new HashMap<>(shares).forEach((name, share) -> lanes.put(name, new Lane(share)));
    }

    /** A slot, where the lane may have one now; else null, and the lane is in line for the next one. */
    synchronized @Nullable Slot tryTake(String name) {
        Lane lane = lane(name);
        if (mayShare(lane)) {
            sharedFree--;
            lane.waiting = false;
            lane.pass = Math.max(lane.pass, now);
            now = lane.pass;
            lane.pass += STRIDE / lane.share.weight();
            return new Slot(null);
        }
        if (lane.ownFree > 0) {
            lane.ownFree--;
            lane.waiting = false;
            return new Slot(lane);
        }
        lane.waiting = true;
        return null;
    }

    /** Waits for a slot; null where there was none in that time, and once the allocator is closed. */
    @Nullable Slot take(String name, Duration atMost) throws InterruptedException {
        synchronized (this) {
            long end = System.nanoTime() + atMost.toNanos();
            Slot slot = closed ? null : tryTake(name);
            for (long left = left(end); slot == null && !closed && left > 0; left = left(end)) {
                wait(left);
                slot = closed ? null : tryTake(name);
            }
            return slot;
        }
    }

    /** Waits until a slot is free that the lane would get. Takes none. @return whether there is one now */
    synchronized boolean awaitFree(String name, Duration atMost) throws InterruptedException {
        long end = System.nanoTime() + atMost.toNanos();
        Lane lane = lane(name);
        for (long left = left(end); !closed && !free(lane) && left > 0; left = left(end)) {
            wait(left);
        }
        return !closed && free(lane);
    }

    private boolean free(Lane lane) {
        return lane.ownFree > 0 || mayShare(lane);
    }

    /** Whole milliseconds. */
    private static long left(long end) {
        return TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
    }

    synchronized boolean closed() {
        return closed;
    }

    /** Ends all waiting; what is taken may still be given back. */
    public synchronized void close() {
        closed = true;
        notifyAll();
    }

    private boolean mayShare(Lane lane) {
        if (sharedFree == 0 || lane.share.weight() == 0) {
            return false;
        }
        int before = 0;
        for (Lane other : lanes.values()) {
            if (other != lane && other.waiting && other.share.weight() > 0 && place(other) < place(lane)) {
                before++;
            }
        }
        return before < sharedFree;
    }

    /** A lane that had no work does not save up turns. */
    private double place(Lane lane) {
        return Math.max(lane.pass, now);
    }

    private synchronized void back(Slot slot) {
        if (slot.owner == null) {
            sharedFree++;
        } else {
            slot.owner.ownFree++;
        }
        notifyAll();
    }

    private Lane lane(String name) {
        Lane lane = lanes.get(name);
        if (lane == null) {
            throw new IllegalArgumentException("no such lane: " + name);
        }
        return lane;
    }
}
