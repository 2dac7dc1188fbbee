package dev.pagewright.gateway.outcome;

import dev.pagewright.gateway.relay.JobEvents;
import dev.pagewright.gateway.store.Jobs;
import dev.pagewright.gateway.store.Transaction;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.ZoneOffset;

/** Ends jobs that are done, whichever phase was their last. */
@ApplicationScoped
class Endings {

    private final JobEvents events;
    private final Clock clock;

    Endings(JobEvents events, Clock clock) {
        this.events = events;
        this.clock = clock;
    }

    void done(Transaction sql, String jobId) {
        Row job = sql.row("""
                        update job set status = 'done', phase = 'ended', finished_at = $2
                        where id = $1 returning *, null::bigint as ahead""", jobId, clock.instant().atOffset(ZoneOffset.UTC)).orElseThrow();
        events.changed(sql, Jobs.record(job), JobEvents.Kind.DONE);
    }
}
