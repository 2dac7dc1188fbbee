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
        through().succeeded();
        fail(2);
        CircuitBreaker.Passage third = through();

        third.failed();

        assertThat(breaker.enter()).isEmpty();
    }

    @Test
    void letsOneCallTryWhenItsTimeIsOver() {
        fail(3);

        pass(29);
        assertThat(breaker.enter()).isEmpty();
        pass(1);

        assertThat(breaker.enter()).isPresent();
        assertThat(breaker.enter()).as("a second one while the first tries").isEmpty();
    }

    @Test
    void closesWhenTheTrialSucceeds() {
        fail(3);
        pass(30);

        through().succeeded();

        assertThat(breaker.enter()).isPresent();
        assertThat(breaker.enter()).isPresent();
    }

    @Test
    void opensAgainWhenTheTrialFails() {
        fail(3);
        pass(30);

        through().failed();

        pass(59);
        assertThat(breaker.enter()).isEmpty();
        pass(1);
        assertThat(breaker.enter()).isPresent();
    }

    @Test
    void isTriedWithinAMinuteHoweverOftenItFailed() {
        fail(3);
        for (int i = 0; i < 10; i++) {
            pass(60);
            through().failed();
        }

        pass(60);

        assertThat(breaker.enter()).isPresent();
    }

    @Test
    void opensAtOnceForAnEndpointThatHangs() {
        through().hung();

        assertThat(breaker.passable()).isFalse();
        pass(30);
        assertThat(breaker.passable()).isTrue();
    }

    @Test
    void oneCallThatHangsWhileOthersAreAnsweredIsAFailureAmongOthers() {
        CircuitBreaker.Passage slow = through();
        through().succeeded();

        slow.hung();

        assertThat(breaker.passable()).isTrue();
    }

    @Test
    void opensForAsLongAsItIsToldButNoLongerThanAMinute() {
        through().away(Duration.ofHours(1));

        pass(59);
        assertThat(breaker.passable()).isFalse();
        pass(1);
        assertThat(breaker.passable()).isTrue();
    }

    @Test
    void aTrialGivenUpLeavesRoomForTheNext() {
        fail(3);
        pass(30);

        through().close();

        assertThat(breaker.enter()).isPresent();
    }

    @Test
    void callsFromBeforeItOpenedMakeNoSecondTrial() {
        CircuitBreaker.Passage givenUp = through();
        CircuitBreaker.Passage late = through();
        fail(3);
        pass(30);
        CircuitBreaker.Passage trial = through();

        givenUp.close();
        late.failed();

        assertThat(breaker.enter()).as("while the trial is under way").isEmpty();
        trial.succeeded();
        assertThat(breaker.enter()).isPresent();
    }

    private void fail(int times) {
        for (int i = 0; i < times; i++) {
            through().failed();
        }
    }

    private CircuitBreaker.Passage through() {
        return breaker.enter().orElseThrow();
    }

    private void pass(int seconds) {
        now += Duration.ofSeconds(seconds).toNanos();
    }
}
