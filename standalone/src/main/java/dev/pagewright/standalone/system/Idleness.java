package dev.pagewright.standalone.system;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** How long nobody has wanted anything. Looked at now and then, by one thread. */
final class Idleness {

    /** What tells whether somebody does. */
    interface Use {

        /** A count that grows with each request. */
        long requests();

        /** Whether something runs that no request waits for. */
        boolean busy();
    }

    private final Use use;
    private final Clock clock;
    private long requests = -1;
    private Instant since;

    Idleness(Use use, Clock clock) {
        this.use = use;
        this.clock = clock;
        this.since = clock.instant();
    }

    /** How long nothing has been wanted, as far as the looks until now tell. */
    Duration look() {
        long now = use.requests();
        if (now != requests || use.busy()) {
            requests = now;
            since = clock.instant();
        }
        return Duration.between(since, clock.instant());
    }
}
