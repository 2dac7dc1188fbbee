package dev.pagewright.gateway.job;

import dev.pagewright.gateway.http.ClientStream;
import dev.pagewright.gateway.store.Jobs;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Writes a job's events to one client until the job ends, the client leaves or may no longer read. For one thread. */
final class EventStream {

    private static final Duration HEARTBEAT = Duration.ofSeconds(15);
    private static final Duration WAIT = Duration.ofSeconds(1);

    private static final byte[] END = "\n\n".getBytes(StandardCharsets.US_ASCII);

    private final ClientStream out;
    private final EventFeeds.Following feed;
    private final BooleanSupplier permitted;
    private final Duration recheck;
    private long written = System.nanoTime();
    private long checked = System.nanoTime();

    /** @param permitted whether the client may still read; asked every {@code recheck} */
    EventStream(ClientStream out, EventFeeds.Following feed, BooleanSupplier permitted, Duration recheck) {
        this.out = out;
        this.feed = feed;
        this.permitted = permitted;
        this.recheck = recheck;
    }

    /** @param start id of the last event that the client has */
    void run(long start) throws IOException, InterruptedException {
        long last = start;
        while (!out.gone() && permitted()) {
            EventFeed.Next next = feed.after(last, WAIT);
            for (Jobs.EventRow event : next.events()) {
                write(event);
                last = event.id();
                if (!permitted()) {
                    return;
                }
            }
            out.flush(); // once for all that came together
            if (next.ended()) {
                return;
            }
            beat();
        }
    }

    private boolean permitted() throws IOException {
        if (System.nanoTime() - checked < recheck.toNanos()) {
            return true;
        }
        checked = System.nanoTime();
        if (permitted.getAsBoolean()) {
            return true;
        }
        out.write(": the token of this stream is no longer valid\n\n".getBytes(StandardCharsets.UTF_8));
        return false;
    }

    private void write(Jobs.EventRow event) throws IOException, InterruptedException {
        Optional<InputStream> data = feed.data(event);
        if (data.isPresent()) {
            try (InputStream stream = data.get()) {
                out.write("id: %d\nevent: %s\ndata: "
                        .formatted(event.id(), event.type())
                        .getBytes(StandardCharsets.UTF_8));
                stream.transferTo(out);
                out.write(END);
            }
            written = System.nanoTime();
        }
    }

    private void beat() throws IOException {
        if (System.nanoTime() - written >= HEARTBEAT.toNanos()) {
            out.write(": still here\n\n".getBytes(StandardCharsets.UTF_8));
            out.flush();
            written = System.nanoTime();
        }
    }
}
