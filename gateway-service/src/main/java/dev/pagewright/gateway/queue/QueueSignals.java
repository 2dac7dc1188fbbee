package dev.pagewright.gateway.queue;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Wakes this replica's dispatcher and relay when there is something for them, so that nobody waits for a sweep. A
 * lost signal costs the sweep's interval, never a page. Thread-safe.
 */
@ApplicationScoped
public class QueueSignals {

    private final List<Runnable> dispatchers = new CopyOnWriteArrayList<>();
    private final List<Runnable> relays = new CopyOnWriteArrayList<>();

    public void onJobsWaiting(Runnable dispatcher) {
        dispatchers.add(dispatcher);
    }

    public void onOutboxFilled(Runnable relay) {
        relays.add(relay);
    }

    /** Pages were queued, or room for more was made. The outbox has grown too. */
    public void jobsWaiting() {
        dispatchers.forEach(Runnable::run);
        outboxFilled();
    }

    public void outboxFilled() {
        relays.forEach(Runnable::run);
    }
}
