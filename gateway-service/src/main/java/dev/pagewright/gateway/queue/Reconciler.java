package dev.pagewright.gateway.queue;

import dev.pagewright.error.PageErrorCode;
import dev.pagewright.gateway.background.BackgroundLoop;
import dev.pagewright.gateway.job.Job;
import dev.pagewright.gateway.job.PageKey;
import dev.pagewright.gateway.job.PageRepository;
import dev.pagewright.gateway.job.PageStatus;
import dev.pagewright.gateway.outcome.Outcomes;
import dev.pagewright.gateway.outcome.Progress;
import dev.pagewright.gateway.store.Sessions;
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

    private final Sessions sessions;
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
            Sessions sessions,
            QueueEvidence broker,
            LostTasks tasks,
            Outcomes outcomes,
            QueueSignals signals,
            QueueSettings settings,
            MeterRegistry meters,
            Clock clock) {
        this.sessions = sessions;
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
                if (sentAgain(lost)) {
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
    private boolean sentAgain(LostTasks.Lost lost) {
        boolean page = lost.phase().equals("read");
        return sessions.inTransaction(() -> outcomes.change(
                List.of(lost.jobId()),
                job -> page && job.pagesLeft() > 1
                        ? List.of(new PageKey(lost.jobId(), lost.pageIndex()))
                        : PageRepository.all(job),
                progress -> progress.job(lost.jobId())
                        .map(job -> page ? resendPage(progress, job, lost) : resendPass(progress, job, lost))
                        .orElse(false)));
    }

    private boolean resendPage(Progress progress, Job job, LostTasks.Lost lost) {
        return progress.page(lost.jobId(), lost.pageIndex())
                .filter(page -> page.status() == PageStatus.RELEASED && page.attempt() == lost.attempt())
                .map(page -> {
                    if (page.sendings() < settings.attempts()) {
                        page.lost();
                        return true;
                    }
                    PageErrorCode code = PageErrorCode.PAGE_LOST;
                    return progress.fail(job, page, code.wireName(), code.sentence());
                })
                .orElse(false);
    }

    private boolean resendPass(Progress progress, Job job, LostTasks.Lost lost) {
        if (!job.phase().wireName().equals(lost.phase()) || job.passAttempt() != lost.attempt()) {
            return false;
        }
        if (job.passSendings() >= settings.attempts()) {
            LOG.errorf("job %s ends without its phase %s, which was lost too often", lost.jobId(), lost.phase());
            progress.giveUp(job);
        } else {
            progress.sendAgain(job);
        }
        return true;
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
