package dev.pagewright.worker.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class CircuitBreakerTest {

    private long now;
    private final CircuitBreaker breaker = new CircuitBreaker(3, Duration.ofSeconds(30), () -> now);

    @Test
    void opensAfterFailuresInARow() {
        fail(2);
        breaker.succeeded();
        fail(2);
        assertThat(breaker.enter()).isTrue();

        breaker.failed();

        assertThat(breaker.enter()).isFalse();
    }

    @Test
    void letsOneCallTryWhenItsTimeIsOver() {
        fail(3);

        pass(29);
        assertThat(breaker.enter()).isFalse();
        pass(1);

        assertThat(breaker.enter()).isTrue();
        assertThat(breaker.enter()).as("a second one while the first tries").isFalse();
    }

    @Test
    void closesWhenTheTrialSucceeds() {
        fail(3);
        pass(30);
        breaker.enter();

        breaker.succeeded();

        assertThat(breaker.enter()).isTrue();
        assertThat(breaker.enter()).isTrue();
    }

    @Test
    void opensAgainWhenTheTrialFails() {
        fail(3);
        pass(30);
        breaker.enter();

        breaker.failed();

        assertThat(breaker.enter()).isFalse();
        pass(30);
        assertThat(breaker.enter()).isTrue();
    }

    @Test
    void aTrialGivenUpLeavesRoomForTheNext() {
        fail(3);
        pass(30);
        breaker.enter();

        breaker.abandoned();

        assertThat(breaker.enter()).isTrue();
    }

    private void fail(int times) {
        for (int i = 0; i < times; i++) {
            breaker.enter();
            breaker.failed();
        }
    }

    private void pass(int seconds) {
        now += Duration.ofSeconds(seconds).toNanos();
    }
}
