package dev.pagewright.gateway.submission;

import dev.pagewright.error.ErrorCode;
import dev.pagewright.gateway.http.Problem;
import io.vertx.core.Vertx;
import java.time.Duration;

/**
 * Ends a body that comes too slowly: fewer bytes in a window than the slowest pace brings, or not whole by a deadline
 * that grows with its size. Windows in which the service itself was behind do not count against the client.
 */
final class Pace {

    private final Vertx vertx;
    private final BodyStream body;
    private final long leastInWindow;
    private final Duration deadline;
    private final long window;
    private final long timer;
    private final long begin = System.nanoTime();
    private long seen;

    /** @param bytes of the body at most */
    Pace(Vertx vertx, BodyStream body, UploadSettings settings, long bytes) {
        this.vertx = vertx;
        this.body = body;
        this.leastInWindow = settings.slowestPace() * settings.paceWindow().toMillis() / 1000;
        this.deadline = settings.shortestDeadline().plusSeconds(bytes / settings.paceOfDeadline());
        this.window = vertx.setPeriodic(settings.paceWindow().toMillis(), tick -> look());
        this.timer = vertx.setTimer(deadline.toMillis(), tick -> tooLong());
    }

    private void look() {
        Long arrived = body.arrivedWhileWaiting();
        if (arrived == null) {
            return;
        }
        if (arrived - seen < leastInWindow) {
            body.fail(new Problem(
                    ErrorCode.INVALID_PARAMETER,
                    "The upload stalled: %d bytes in %d seconds; send it again on a line that brings more."
                            .formatted(
                                    arrived,
                                    Duration.ofNanos(System.nanoTime() - begin).toSeconds())));
        }
        seen = arrived;
    }

    private void tooLong() {
        body.fail(new Problem(
                ErrorCode.INVALID_PARAMETER,
                "The upload has not come whole within %d seconds; send a smaller file, or on a faster line."
                        .formatted(deadline.toSeconds())));
    }

    void end() {
        vertx.cancelTimer(window);
        vertx.cancelTimer(timer);
    }
}
