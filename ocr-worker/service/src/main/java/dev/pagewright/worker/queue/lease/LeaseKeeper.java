package dev.pagewright.worker.queue.lease;

import dev.pagewright.supervision.SupervisedThread;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Renews the leases of all lanes, from a thread of its own: no page can keep it from doing so. Thread-safe. */
public final class LeaseKeeper implements AutoCloseable {

    /** Each lease may wait for its broker. */
    private static final SupervisedThread.Pace PACE =
            new SupervisedThread.Pace(Duration.ofMillis(200), Duration.ofSeconds(60));

    private final Set<LeaseMember> holding = ConcurrentHashMap.newKeySet();
    private final SupervisedThread thread = new SupervisedThread("lease-keeper", PACE, this::renew);

    public void start() {
        thread.start();
    }

    /** Leases that are held now, whether at work or waiting for a slot. */
    public int held() {
        return holding.size();
    }

    void keep(LeaseMember member) {
        holding.add(member);
    }

    void forget(LeaseMember member) {
        holding.remove(member);
    }

    /** One member that fails keeps no other's lease from being renewed. */
    private boolean renew() {
        @Nullable Throwable failure = null;
        for (LeaseMember member : holding) {
            try {
                member.renewWhenDue();
            } catch (RuntimeException | StackOverflowError e) {
                failure = e;
            }
            thread.turned();
        }
        if (failure != null) {
            throw new IllegalStateException("a lease could not be renewed", failure);
        }
        return false;
    }

    @Override
    public void close() {
        thread.close();
    }
}
