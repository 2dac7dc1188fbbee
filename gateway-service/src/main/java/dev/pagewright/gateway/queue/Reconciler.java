package dev.pagewright.gateway.queue;

import dev.pagewright.error.PageErrorCode;
import dev.pagewright.gateway.background.BackgroundLoop;
import dev.pagewright.gateway.outcome.Outcomes;
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

/**
 * Finds pages that were lost and sends them again, then gives them up, so that every job ends. Lost is a page whose
 * task the share group has passed, while every outcome written by then has been heard: waiting time alone is no
 * evidence, or a long queue would flood itself.
 */
@ApplicationScoped
class Reconciler {

    private static final long LOCK = 0x7061_6765_0002L;
    private static final int BATCH = 200;

    private final Database database;
    private final QueueEvidence evidence;
    private final Outcomes outcomes;
    private final QueueSignals signals;
    private final QueueSettings settings;
    private final Clock clock;
    private final BackgroundLoop loop;

    Reconciler(
            Database database,
            QueueEvidence evidence,
            Outcomes outcomes,
            QueueSignals signals,
            QueueSettings settings,
            Clock clock) {
        this.database = database;
        this.evidence = evidence;
        this.outcomes = outcomes;
        this.signals = signals;
        this.settings = settings;
        this.clock = clock;
        this.loop = new BackgroundLoop("reconciler", settings.reconcile(), this::reconcile);
    }

    void start(@Observes StartupEvent event) {
        loop.start();
    }

    void stop(@Observes ShutdownEvent event) {
        loop.close();
    }

    private boolean reconcile() {
        OffsetDateTime before = clock.instant().atOffset(ZoneOffset.UTC).minus(settings.grace());
        if (nothingOut(before)) {
            return false;
        }
        for (Lane lane : Lane.values()) {
            QueueEvidence.Passed passed = evidence.passed(lane);
            if (!passed.offsets().isEmpty()) {
                resend(lane, passed, before);
            }
        }
        return false;
    }

    private boolean nothingOut(OffsetDateTime before) {
        return database.inTransaction(sql -> sql.row("""
                                select 1 where exists (select 1 from page where status = 'released' and released_at < $1)
                                    or exists (select 1 from job where phase in ('assemble', 'translate') and assemble_sent_at < $1)""", before).isEmpty());
    }

    private void resend(Lane lane, QueueEvidence.Passed passed, OffsetDateTime before) {
        boolean sent = database.inTransaction(sql -> {
            if (!sql.tryLock(LOCK)) {
                return false;
            }
            int count = resendPages(sql, lane, passed, before) + resendPasses(sql, lane, passed, before);
            return count > 0;
        });
        if (sent) {
            signals.jobsWaiting();
        }
    }

    private int resendPages(Transaction sql, Lane lane, QueueEvidence.Passed passed, OffsetDateTime before) {
        List<Row> lost = sql.rows("""
                select p.job_id, p.index_, p.attempt from page p join job j on j.id = p.job_id
                join unnest($1::int[], $2::bigint[]) as passed(partition, start_offset) on passed.partition = p.task_partition
                where p.status = 'released' and j.lane = $3 and p.released_at < $4 and p.task_offset < passed.start_offset
                limit $5 for update of p skip locked""", passed.partitions(), passed.starts(), lane.column(), before, BATCH);
        for (Row page : lost) {
            String jobId = page.getString("job_id");
            int index = page.getInteger("index_");
            if (page.getInteger("attempt") >= settings.attempts()) {
                PageErrorCode code = PageErrorCode.PAGE_LOST;
                outcomes.failPage(sql, jobId, index, code.wireName(), code.sentence());
            } else {
                sql.update("update page set status = 'queued' where job_id = $1 and index_ = $2", jobId, index);
            }
        }
        return lost.size();
    }

    private int resendPasses(Transaction sql, Lane lane, QueueEvidence.Passed passed, OffsetDateTime before) {
        List<Row> lost = sql.rows("""
                select j.id, j.phase from job j
                join unnest($1::int[], $2::bigint[]) as passed(partition, start_offset)
                  on passed.partition = j.assemble_partition
                where (j.phase = 'assemble' and j.lane = $3 or j.phase = 'translate' and $3 = 'vlm') and j.assemble_sent_at < $4
                  and j.assemble_offset < passed.start_offset limit $5 for update of j skip locked""", passed.partitions(), passed.starts(), lane.column(), before, BATCH);
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        for (Row job : lost) {
            if (job.getString("phase").equals("translate")) {
                Tasks.translate(sql, job.getString("id"), now);
            } else {
                Tasks.assemble(sql, job.getString("id"), now);
            }
        }
        return lost.size();
    }
}
