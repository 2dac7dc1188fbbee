package dev.pagewright.gateway.updates;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Tells those who wait in this replica that a job has changed, wherever it did. A hint alone: who is woken looks into
 * the database, and looks there now and then anyway. Thread-safe.
 */
@ApplicationScoped
public class JobUpdates {

    private final ConcurrentHashMap<String, Set<Subscription>> waiting = new ConcurrentHashMap<>();

    /** One who waits for changes of one job, on one thread at a time. */
    public final class Subscription implements AutoCloseable {

        private final String jobId;
        private final Semaphore changes = new Semaphore(0);

        private Subscription(String jobId) {
            this.jobId = jobId;
        }

        /** Returns after the next change, or when the time is over; changes since the last call count. */
        public void await(Duration atMost) throws InterruptedException {
            if (changes.tryAcquire(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
                changes.drainPermits();
            }
        }

        @Override
        public void close() {
            waiting.computeIfPresent(jobId, (id, all) -> {
                all.remove(this);
                return all.isEmpty() ? null : all;
            });
        }
    }

    public Subscription subscribe(String jobId) {
        Subscription subscription = new Subscription(jobId);
        waiting.compute(jobId, (id, all) -> {
            Set<Subscription> set = all == null ? new CopyOnWriteArraySet<>() : all;
            set.add(subscription);
            return set;
        });
        return subscription;
    }

    public void changed(String jobId) {
        Set<Subscription> all = waiting.get(jobId);
        if (all != null) {
            all.forEach(subscription -> subscription.changes.release());
        }
    }
}
