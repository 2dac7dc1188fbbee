package dev.pagewright.gateway.job;

import dev.pagewright.error.ErrorCode;
import dev.pagewright.gateway.http.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;

/** Counts the streams of events that are open, by account. Thread-safe. */
@ApplicationScoped
class StreamSlots {

    private static final Map<String, String> LATER = Map.of("Retry-After", "10");

    private final EventSettings settings;
    private final Map<String, Integer> open = new HashMap<>();
    private int all;

    StreamSlots(EventSettings settings) {
        this.settings = settings;
    }

    /** A place; closing it gives it back. */
    interface Slot extends AutoCloseable {
        @Override
        void close();
    }

    /** @throws dev.pagewright.gateway.http.ProblemException 429 where the account, 503 where the replica has too many */
    synchronized Slot take(String accountId) {
        int own = open.getOrDefault(accountId, 0);
        if (own >= settings.perAccount()) {
            throw new Problem(
                            ErrorCode.RATE_LIMITED,
                            "This account follows %d streams of events, which is the most; end some first."
                                    .formatted(own),
                            Map.of("cap", settings.perAccount()),
                            LATER)
                    .asException();
        }
        if (all >= settings.inAll()) {
            throw new Problem(
                            ErrorCode.OVERLOADED,
                            "Too many streams of events are open; ask for the job itself, or try again shortly.",
                            Map.of(),
                            LATER)
                    .asException();
        }
        open.put(accountId, own + 1);
        all++;
        return () -> giveBack(accountId);
    }

    private synchronized void giveBack(String accountId) {
        open.computeIfPresent(accountId, (id, streams) -> streams == 1 ? null : streams - 1);
        all--;
    }
}
