package dev.pagewright.gateway.queue;

import dev.pagewright.error.PageErrorCode;
import dev.pagewright.gateway.background.BackgroundLoop;
import dev.pagewright.gateway.outcome.Outcomes;
import dev.pagewright.gateway.store.Database;
import dev.pagewright.gateway.store.Transaction;
import dev.pagewright.supervision.Supervision;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Finds tasks that were lost and sends them again, then gives them up, so that every job ends. Lost is what
 * {@link Evidence} shows to be: waiting time alone is none, or a long queue would flood itself. Evidence that outcomes
 * still have to catch up with is kept until they have, however busy the service is.
 */
@ApplicationScoped
class Reconciler {

    private static final Logger LOG = Logger.getLogger(Reconciler.class);

    private final Database database;
    private final QueueEvidence broker;
    private final LostTasks tasks;
    private final Outcomes outcomes;
    private final QueueSignals signals;
    private final QueueSettings settings;
    private final MeterRegistry meters;
    private final Clock clock;
    private final BackgroundLoop loop;
    private @Nullable Evidence evidence;

    Reconciler(
            Database database,
            QueueEvidence broker,
            LostTasks tasks,
            Outcomes outcomes,
            QueueSignals signals,
            QueueSettings settings,
            MeterRegistry meters,
            Clock clock) {
        this.database = database;
        this.broker = broker;
        this.tasks = tasks;
        this.outcomes = outcomes;
        this.signals = signals;
        this.settings = settings;
        this.meters = meters;
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
        OffsetDateTime before = now().minus(settings.grace());
        Map<Lane, Map<Integer, Long>> noted = tasks.noted(before);
        if (noted.isEmpty()) {
            evidence = null;
            return false;
        }
        resend(tasks.neverSent(before));
        Evidence looked = evidence == null ? broker.now(before, noted) : evidence;
        Evidence.Heard heard = broker.heard();
        if (looked.proves(heard)) {
            evidence = null;
            looked.lanes().forEach((lane, known) -> resend(tasks.at(lane, known, looked.before())));
        } else {
            evidence = looked.outdated(heard) ? null : looked;
        }
        return false;
    }

    /** Each in a transaction of its own: one that fails keeps no other from being sent. */
    private void resend(List<LostTasks.Lost> all) {
        for (LostTasks.Lost lost : all) {
            try {
                if (database.inTransaction(sql -> resend(sql, lost))) {
                    meters.counter("pagewright.queue.lost", "phase", lost.phase())
                            .increment();
                }
            } catch (RuntimeException e) {
                Supervision.ofProcess().failed("reconciler-task", e);
                LOG.warnf(e, "a lost task of job %s cannot be sent again yet", lost.jobId());
            }
            loop.turned();
        }
        if (!all.isEmpty()) {
            signals.jobsWaiting();
        }
    }

    /** @return false where an outcome, a deletion or another replica was quicker */
    private boolean resend(Transaction sql, LostTasks.Lost lost) {
        // jobs before pages, as everywhere: no deadlock
        if (sql.row("select 1 from job where id = $1 for update", lost.jobId()).isEmpty()) {
            return false;
        }
        return lost.phase().equals("read") ? resendPage(sql, lost) : resendPass(sql, lost);
    }

    private boolean resendPage(Transaction sql, LostTasks.Lost lost) {
        int again = sql.update("""
                update page set status = 'queued' where job_id = $1 and index_ = $2 and attempt = $3 and status = 'released'
                    and sendings < $4""", lost.jobId(), lost.pageIndex(), lost.attempt(), settings.attempts());
        if (again == 1) {
            return true;
        }
        boolean spent =
                sql.row("""
                        select 1 from page where job_id = $1 and index_ = $2 and attempt = $3 and status = 'released'""", lost.jobId(), lost.pageIndex(), lost.attempt()).isPresent();
        PageErrorCode code = PageErrorCode.PAGE_LOST;
        return spent && outcomes.failPage(sql, lost.jobId(), lost.pageIndex(), code.wireName(), code.sentence());
    }

    private boolean resendPass(Transaction sql, LostTasks.Lost lost) {
        var job = sql.row(
                "select pass_sendings from job where id = $1 and phase = $2 and assemble_attempt = $3",
                lost.jobId(),
                lost.phase(),
                lost.attempt());
        if (job.isEmpty()) {
            return false;
        }
        if (job.get().getInteger("pass_sendings") >= settings.attempts()) {
            LOG.errorf("job %s ends without its phase %s, which was lost too often", lost.jobId(), lost.phase());
            return outcomes.giveUpPass(sql, lost.jobId(), lost.phase());
        }
        if (lost.phase().equals("translate")) {
            Tasks.translate(sql, lost.jobId(), now());
        } else {
            Tasks.assemble(sql, lost.jobId(), now());
        }
        return true;
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
