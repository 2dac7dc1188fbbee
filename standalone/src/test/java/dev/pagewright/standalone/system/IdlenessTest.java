package dev.pagewright.standalone.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class IdlenessTest {

    private final Hand clock = new Hand();
    private final Counted use = new Counted();
    private final Idleness idleness = new Idleness(use, clock);

    @Test
    void time_without_requests_is_idle() {
        idleness.look();

        clock.forward(Duration.ofMinutes(3));
        assertThat(idleness.look()).isEqualTo(Duration.ofMinutes(3));
        clock.forward(Duration.ofMinutes(7));
        assertThat(idleness.look()).isEqualTo(Duration.ofMinutes(10));
    }

    @Test
    void a_request_starts_the_time_anew() {
        idleness.look();
        clock.forward(Duration.ofMinutes(9));

        use.requests++;

        assertThat(idleness.look()).isZero();
        clock.forward(Duration.ofMinutes(2));
        assertThat(idleness.look()).isEqualTo(Duration.ofMinutes(2));
    }

    @Test
    void a_system_that_works_for_nobody_who_waits_is_not_idle() {
        idleness.look();
        use.busy = true;

        clock.forward(Duration.ofHours(1));

        assertThat(idleness.look()).isZero();
    }

    private static final class Counted implements Idleness.Use {

        private long requests = 5;
        private boolean busy;

        @Override
        public long requests() {
            return requests;
        }

        @Override
        public boolean busy() {
            return busy;
        }
    }

    /** A clock that is moved by hand. */
    private static final class Hand extends Clock {

        private Instant now = Instant.parse("2026-01-01T00:00:00Z");

        void forward(Duration duration) {
            now = now.plus(duration);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
