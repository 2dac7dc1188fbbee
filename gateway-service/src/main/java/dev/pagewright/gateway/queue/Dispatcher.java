package dev.pagewright.gateway.queue;

import dev.pagewright.event.TaskOptions;
import dev.pagewright.event.WorkerTask;
import dev.pagewright.gateway.background.BackgroundLoop;
import dev.pagewright.gateway.capabilities.Workers;
import dev.pagewright.gateway.job.Job;
import dev.pagewright.gateway.job.JobRepository;
import dev.pagewright.gateway.job.Original;
import dev.pagewright.gateway.job.OriginalRepository;
import dev.pagewright.gateway.job.Page;
import dev.pagewright.gateway.job.PageRepository;
import dev.pagewright.gateway.outcome.Outcomes;
import dev.pagewright.gateway.plan.Plans;
import dev.pagewright.gateway.relay.Announcements;
import dev.pagewright.gateway.store.Sessions;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

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

    private final Sessions sessions;
    private final JobRepository jobs;
    private final PageRepository pages;
    private final OriginalRepository originals;
    private final Outcomes outcomes;
    private final QueueSignals signals;
    private final QueueSettings settings;
    private final Plans plans;
    private final Workers workers;
    private final Clock clock;
    private final BackgroundLoop loop;

    Dispatcher(
            Sessions sessions,
            JobRepository jobs,
            PageRepository pages,
            OriginalRepository originals,
            Outcomes outcomes,
            QueueSignals signals,
            QueueSettings settings,
            Plans plans,
            Workers workers,
            Clock clock) {
        this.sessions = sessions;
        this.jobs = jobs;
        this.pages = pages;
        this.originals = originals;
        this.outcomes = outcomes;
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
        int released = sessions.inTransaction(() -> Sessions.tryLock(LOCK)
                .chain(held -> held ? release() : Uni.createFrom().item(0)));
        int translations = sessions.inTransaction(this::sendHeld);
        if (released + translations > 0) {
            signals.outboxFilled();
        }
        return Math.max(released, translations) == MOST;
    }

    private Uni<Integer> release() {
        Map<String, Integer> weights = new HashMap<>();
        plans.byName().forEach((name, plan) -> weights.put(name, plan.weight()));
        var room = new PageRepository.Room(
                settings.window(), Math.max(1, workers.slots()), workers.visionSlots(), settings.ahead());
        return pages.next(room, weights, MOST)
                .call(next -> next.isEmpty() ? Uni.createFrom().voidItem() : send(next))
                .map(List::size);
    }

    private Uni<Void> send(List<Page> next) {
        Instant now = clock.instant();
        Announcements announcements = new Announcements(now);
        return jobs.list(
                        "id in ?1",
                        next.stream().map(page -> page.key().jobId()).collect(Collectors.toSet()))
                .chain(those -> originals.of(those).invoke(files -> {
                    Map<String, Job> byId = those.stream().collect(Collectors.toMap(Job::id, Function.identity()));
                    for (Page page : next) {
                        Job job = Objects.requireNonNull(byId.get(page.key().jobId()));
                        page.released(now);
                        announcements.task(
                                job.lane(), task(job, page, Objects.requireNonNull(files.get(job.original()))));
                    }
                }))
                .chain(announcements::write);
    }

    private static WorkerTask task(Job job, Page page, Original file) {
        return new WorkerTask.ReadPage(
                job.id(),
                job.accountId(),
                page.attempt(),
                job.traceParent(),
                page.index(),
                page.number(),
                new dev.pagewright.event.Original(
                        file.blobKey(), job.mediaType(), job.fileBytes(), job.sealedPassword()),
                new TaskOptions(job.tier().wireName(), job.language(), job.ocr()));
    }

    /** Translations of accounts that were suspended when their job's last page was read. */
    private Uni<Integer> sendHeld() {
        return jobs.held(MOST)
                .chain(held -> held.isEmpty()
                        ? Uni.createFrom().item(0)
                        : outcomes.change(held.stream().map(Job::id).toList(), PageRepository::all, progress -> {
                            held.forEach(progress::sendAgain);
                            return held.size();
                        }));
    }
}
