package dev.pagewright.gateway.queue;

import dev.pagewright.gateway.background.BackgroundLoop;
import dev.pagewright.gateway.store.Database;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What waits for workers, a lane: the metrics {@code pagewright_queue_pages} (pages that are not read yet, of active
 * accounts, with the workers or not) and {@code pagewright_queue_oldest_seconds} (how long the oldest job has waited of which no
 * page has been begun; 0: none waits). Every replica tells the same. For the scaling of workers: the lag of a share group says
 * nothing, for the dispatcher sends only what is soon read.
 */
@ApplicationScoped
class QueueDepth {

    private static final Duration LOOK = Duration.ofSeconds(5);
    private static final List<String> LANES = List.of("express", "standard", "vlm");

    /** The two states apart: each has an index of its own. */
    private static final String WAITING = """
            select j.lane, sum(p.pages)::bigint as pages, min(j.created_at) filter (where j.status = 'pending') as oldest
            from (select job_id, count(*) as pages from page where status = 'queued' group by job_id
                  union all
                  select job_id, count(*) from page where status = 'released' group by job_id) p
            join job j on j.id = p.job_id
            join account a on a.id = j.account_id and a.status = 'active'
            group by j.lane""";

    private record Depth(long pages, double oldestSeconds) {
        static final Depth NONE = new Depth(0, 0);
    }

    private final Database database;
    private final Clock clock;
    private final BackgroundLoop loop;
    private volatile Map<String, Depth> depths = Map.of();

    QueueDepth(Database database, Clock clock, MeterRegistry meters) {
        this.database = database;
        this.clock = clock;
        this.loop = new BackgroundLoop("queue-depth", LOOK, () -> {
            look();
            return false;
        });
        for (String lane : LANES) {
            Gauge.builder("pagewright.queue.pages", () -> depth(lane).pages())
                    .tag("lane", lane)
                    .description("Pages that wait for workers or are with them")
                    .strongReference(true)
                    .register(meters);
            Gauge.builder("pagewright.queue.oldest.seconds", () -> depth(lane).oldestSeconds())
                    .tag("lane", lane)
                    .description("How long the oldest job has waited of which no page has been begun")
                    .strongReference(true)
                    .register(meters);
        }
    }

    void start(@Observes StartupEvent event) {
        loop.start();
    }

    void stop(@Observes ShutdownEvent event) {
        loop.close();
    }

    private Depth depth(String lane) {
        return depths.getOrDefault(lane, Depth.NONE);
    }

    void look() {
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        Map<String, Depth> seen = new LinkedHashMap<>();
        for (var row : database.withoutTransaction(sql -> sql.rows(WAITING))) {
            OffsetDateTime oldest = row.getOffsetDateTime("oldest");
            double seconds = oldest == null
                    ? 0
                    : Math.max(0, Duration.between(oldest, now).toMillis() / 1000.0);
            seen.put(row.getString("lane"), new Depth(row.getLong("pages"), seconds));
        }
        depths = Map.copyOf(seen);
    }
}
