package dev.pagewright.standalone.process;

import java.time.Duration;

/**
 * How long a child that has ended waits before it is started again: at once at first, then twice as long each time, up
 * to a limit. A child that has run for a while starts from the beginning.
 *
 * @param first pause after an end that follows a long run
 * @param longest pause
 * @param settled a run that is as long as this counts as a good one
 */
public record RestartPolicy(Duration first, Duration longest, Duration settled) {

    public static final RestartPolicy DEFAULT =
            new RestartPolicy(Duration.ofMillis(200), Duration.ofSeconds(30), Duration.ofSeconds(60));

    /** Everything waits for the database, and a start that fails costs little. */
    public static final RestartPolicy OF_DATABASE =
            new RestartPolicy(Duration.ofMillis(200), Duration.ofSeconds(10), Duration.ofSeconds(10));

    public RestartPolicy {
        if (first.isNegative() || longest.compareTo(first) < 0) {
            throw new IllegalArgumentException("the first pause is at most the longest");
        }
    }

    /**
     * @param ran how long the child had run
     * @param before the pause before that run; zero where there was none
     */
    public Duration pause(Duration ran, Duration before) {
        if (before.isZero() || ran.compareTo(settled) >= 0) {
            return first;
        }
        Duration doubled = before.multipliedBy(2);
        return doubled.compareTo(longest) > 0 ? longest : doubled;
    }
}
