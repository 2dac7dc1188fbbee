package dev.pagewright.export.inner;

import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import java.util.ArrayList;
import java.util.List;

/** Tells when the request that is served has ended, or who asked has left before. Thread-safe. */
@RequestScoped
public class Departure {

    private final List<Runnable> atEnd = new ArrayList<>();
    private final List<Runnable> whenGone = new ArrayList<>();
    private boolean ended;
    private boolean gone;

    Departure(RoutingContext request) {
        request.addEndHandler(end -> ended(end.failed()));
        if (request.response().closed()) { // before anybody could tell
            ended(true);
        }
    }

    /** Done once the answer has been sent or given up: at once where that is so already. To be short. */
    public void atEnd(Runnable done) {
        if (!add(atEnd, done)) {
            done.run();
        }
    }

    /** Done where the connection ends before the answer: at once where it has. To be short. */
    public void whenGone(Runnable done) {
        if (!add(whenGone, done) && gone()) {
            done.run();
        }
    }

    private synchronized boolean add(List<Runnable> tasks, Runnable done) {
        return !ended && tasks.add(done);
    }

    private synchronized boolean gone() {
        return gone;
    }

    private void ended(boolean failed) {
        List<Runnable> tasks = new ArrayList<>();
        synchronized (this) {
            ended = true;
            gone = failed;
            if (failed) {
                tasks.addAll(whenGone);
            }
            tasks.addAll(atEnd);
        }
        tasks.forEach(Runnable::run);
    }
}
