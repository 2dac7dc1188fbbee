package dev.pagewright.worker.queue.lease;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Renews the leases of all lanes, from a thread of its own: no page can keep it from doing so. Thread-safe. */
public final class LeaseKeeper implements AutoCloseable {

    private static final Duration TURN = Duration.ofMillis(200);

    private final Set<LeaseMember> holding = ConcurrentHashMap.newKeySet();
    private final CountDownLatch stopped = new CountDownLatch(1);

    public void start() {
        Thread.ofPlatform().name("lease-keeper").daemon().start(this::run);
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

    private void run() {
        try {
            while (!stopped.await(TURN.toMillis(), TimeUnit.MILLISECONDS)) {
                holding.forEach(LeaseMember::renewWhenDue);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        stopped.countDown();
    }
}
