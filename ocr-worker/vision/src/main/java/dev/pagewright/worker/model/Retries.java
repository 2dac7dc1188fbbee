package dev.pagewright.worker.model;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** When a question is asked again, and after how long. */
record Retries(int attempts, Duration first, Duration longest, RandomGenerator random) {

    /**
     * @param attempt 1 for the first, which failed
     * @param remaining time that the question has left
     * @return empty where it is not worth asking again
     */
    Optional<Duration> after(int attempt, BoundedCall call, Duration remaining, Instant now) {
        boolean passing = call.fault() == BoundedCall.Fault.CONNECTION
                || (call.fault() == BoundedCall.Fault.STATUS && passing(call.status()));

        if (!passing || attempt >= attempts) {
            return Optional.empty();
        }
        Duration asked = retryAfter(call.retryAfter(), now);
        Duration backOff = first.multipliedBy(1L << Math.min(attempt - 1, 16));
        Duration spread = backOff.plusMillis(random.nextLong(backOff.toMillis() + 1)); // not all at once
        Duration wait = asked.compareTo(spread) > 0 ? asked : spread;
        // a wait that leaves no time for the answer is not worth it
        boolean worth = wait.compareTo(longest) <= 0 && wait.compareTo(remaining.dividedBy(2)) <= 0;
        return worth ? Optional.of(wait) : Optional.empty();
    }

    /** Whether the status may be another one when it is asked again. */
    static boolean passing(int status) {
        return status == 408 || status == 429 || status >= 500;
    }

    /** RFC 9110, 10.2.3: seconds, or a date. */
    static Duration retryAfter(@Nullable String header, Instant now) {
        if (header == null) {
            return Duration.ZERO;
        }
        try {
            if (header.matches("\\d{1,9}")) {
                return Duration.ofSeconds(Long.parseLong(header));
            }
            Duration until = Duration.between(
                    now,
                    ZonedDateTime.parse(header, DateTimeFormatter.RFC_1123_DATE_TIME)
                            .toInstant());
            return until.isNegative() ? Duration.ZERO : until;
        } catch (DateTimeParseException e) {
            return Duration.ZERO;
        }
    }
}
