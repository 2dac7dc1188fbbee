package dev.pagewright.gateway.queue;

import dev.pagewright.gateway.background.BackgroundLoop;
import dev.pagewright.gateway.capabilities.Workers;
import dev.pagewright.gateway.plan.Plans;
import dev.pagewright.gateway.store.Database;
import dev.pagewright.gateway.store.Transaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/**
 * Releases queued pages to the workers. What is released stands in the order of its topic, so only as much is as keeps
 * the workers busy: a page for each of them and what they read in {@link QueueSettings#ahead}; in the lane of the vision
 * endpoints one and a half for each of their slots. Accounts that wait in a lane share that room by the weights of their
 * plans, and each has one place at least: whoever comes new waits for the pages that are being read, never for another's
 * whole job. Pages and translations of a suspended account wait until it is active again. Within an account pages are
 * taken in turn from its jobs. One replica dispatches at a time; the others find the lock held and go on.
 */
@ApplicationScoped
class Dispatcher {

    private static final long LOCK = 0x7061_6765_0001L;
    private static final int MOST = 500;

    private static final String RELEASE = """
            with waiting as (
                select w.account_id, w.lane, w.average, coalesce(weight.weight, 1) as weight
                from (select p.account_id, j.lane, sum(j.read_milliseconds)::double precision / nullif(sum(j.pages_done), 0) as average
                      from (select distinct account_id, job_id from page where status = 'queued') p
                      join job j on j.id = p.job_id group by p.account_id, j.lane) w
                join account a on a.id = w.account_id and a.status = 'active'
                left join unnest($5::text[], $6::int[]) as weight(plan, weight) on weight.plan = a.plan
            ), share as (
                select account_id, lane, greatest(1, (weight * case
                        when lane = 'vlm' and $7 > 0 then least($1, $7 + ($7 + 1) / 2)
                        when lane = 'vlm' then $1 / 4
                        when average is null then $3 * 2
                        else least($1, $3 + ceil($3 * $4 / greatest(average, 1))) end
                    / sum(weight) over (partition by lane))::int) as pages
                from waiting
            ), room as (
                select s.account_id, s.lane, greatest(0, s.pages - (
                    select count(*) from page r join job rj on rj.id = r.job_id
                    where r.status = 'released' and r.account_id = s.account_id and rj.lane = s.lane)) as places
                from share s
            )
            select n.*, o.blob_key from room cross join lateral (
                select p.job_id, p.index_, p.number, p.attempt, j.account_id, j.tier, j.language, j.ocr, j.media_type,
                    j.file_bytes, j.sealed_password, j.trace_parent, j.lane, j.original_sha256
                from page p join job j on j.id = p.job_id
                where p.status = 'queued' and p.account_id = room.account_id and j.lane = room.lane
                order by j.priority desc, p.index_, j.sequence
                limit room.places
                for update of p skip locked -- an outcome of an earlier sending may be coming in
            ) n join original o on o.account_id = n.account_id and o.sha256 = n.original_sha256
            limit $2""";

    private final Database database;
    private final QueueSignals signals;
    private final QueueSettings settings;
    private final Plans plans;
    private final Workers workers;
    private final Clock clock;
    private final BackgroundLoop loop;

    Dispatcher(
            Database database,
            QueueSignals signals,
            QueueSettings settings,
            Plans plans,
            Workers workers,
            Clock clock) {
        this.database = database;
        this.signals = signals;
        this.settings = settings;
        this.plans = plans;
        this.workers = workers;
        this.clock = clock;
        this.loop = new BackgroundLoop("dispatcher", settings.sweep(), this::dispatch);
    }

    void start(@Observes StartupEvent event) {
        signals.onJobsWaiting(loop::wake);
        loop.start();
    }

    void stop(@Observes ShutdownEvent event) {
        loop.close();
    }

    private boolean dispatch() {
        int released = database.inTransaction(sql -> sql.tryLock(LOCK) ? release(sql) : 0);
        if (released > 0) {
            signals.outboxFilled();
        }
        return released == MOST;
    }

    private int release(Transaction sql) {
        Map<String, Plans.Plan> byName = plans.byName();
        List<Row> rows = sql.rows(
                RELEASE,
                settings.window(),
                MOST,
                Math.max(1, workers.slots()),
                (double) settings.ahead().toMillis(),
                byName.keySet().toArray(String[]::new),
                byName.values().stream().map(Plans.Plan::weight).toArray(Integer[]::new),
                workers.visionSlots());
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        Tasks.release(sql, rows, now);
        return Math.max(rows.size(), HeldTranslations.release(sql, MOST, now));
    }
}
