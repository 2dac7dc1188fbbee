package dev.pagewright.gateway.outcome;

import dev.pagewright.event.PageOutcome;
import dev.pagewright.gateway.account.AccountRepository;
import dev.pagewright.gateway.account.FailedUseRepository;
import dev.pagewright.gateway.job.Job;
import dev.pagewright.gateway.job.JobRepository;
import dev.pagewright.gateway.job.Page;
import dev.pagewright.gateway.job.PageKey;
import dev.pagewright.gateway.job.PageRepository;
import dev.pagewright.gateway.ledger.Charges;
import dev.pagewright.gateway.ledger.Prices;
import dev.pagewright.gateway.queue.QueueSignals;
import dev.pagewright.gateway.store.Sessions;
import dev.pagewright.gateway.updates.JobUpdates;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Stores outcomes: their jobs and pages are loaded and held in one question each, {@link Progress} changes them, and all
 * that changed is written together. Thread-safe.
 */
@ApplicationScoped
public class Outcomes {

    private final Sessions sessions;
    private final JobRepository jobs;
    private final PageRepository pages;
    private final AccountRepository accounts;
    private final FailedUseRepository failed;
    private final Charges charges;
    private final Prices prices;
    private final QueueSignals signals;
    private final JobUpdates updates;
    private final Clock clock;

    Outcomes(
            Sessions sessions,
            JobRepository jobs,
            PageRepository pages,
            AccountRepository accounts,
            FailedUseRepository failed,
            Charges charges,
            Prices prices,
            QueueSignals signals,
            JobUpdates updates,
            Clock clock) {
        this.sessions = sessions;
        this.jobs = jobs;
        this.pages = pages;
        this.accounts = accounts;
        this.failed = failed;
        this.charges = charges;
        this.prices = prices;
        this.signals = signals;
        this.updates = updates;
        this.clock = clock;
    }

    /** All of them or, when it throws, none. Blocks. */
    public void apply(List<PageOutcome> batch) {
        Set<String> ids = batch.stream().map(PageOutcome::jobId).collect(Collectors.toCollection(TreeSet::new));
        Set<String> changed = sessions.inTransaction(() -> change(ids, touched(batch), progress -> {
            Set<String> those = new LinkedHashSet<>();
            for (PageOutcome outcome : batch) {
                if (progress.apply(outcome)) {
                    those.add(outcome.jobId());
                }
            }
            return those;
        }));
        if (!changed.isEmpty()) {
            signals.jobsWaiting();
            changed.forEach(updates::changed);
        }
    }

    /** Of a job that these outcomes may end, or that is past its pages, all; of others those that are named. */
    private static Function<Job, Collection<PageKey>> touched(List<PageOutcome> batch) {
        Map<String, Set<PageKey>> named = new HashMap<>();
        Set<String> whole = new LinkedHashSet<>();
        for (PageOutcome outcome : batch) {
            Set<PageKey> those = named.computeIfAbsent(outcome.jobId(), id -> new LinkedHashSet<>());
            switch (outcome) {
                case PageOutcome.Started ignored -> {}
                case PageOutcome.Read read -> those.add(new PageKey(read.jobId(), read.pageIndex()));
                case PageOutcome.Failed failure -> those.add(new PageKey(failure.jobId(), failure.pageIndex()));
                case PageOutcome.Assembled pass -> whole.add(pass.jobId());
                case PageOutcome.Translated pass -> whole.add(pass.jobId());
            }
        }
        return job -> {
            Set<PageKey> those = named.getOrDefault(job.id(), Set.of());
            boolean all = whole.contains(job.id()) || (!those.isEmpty() && those.size() >= job.pagesLeft());
            return all ? PageRepository.all(job) : those;
        };
    }

    /**
     * Holds jobs, then the sums of their accounts, then pages, each in order of their ids: no two transactions wait for
     * each other. Changes them, and writes what changed. Part of the transaction that is open on this context.
     *
     * @param pages which of a job's
     */
    public <T> Uni<T> change(
            Collection<String> jobIds, Function<Job, Collection<PageKey>> pages, Function<Progress, T> change) {
        return held(jobIds, pages).chain(held -> {
            Progress progress = new Progress(held, prices, clock.instant());
            T result = change.apply(progress);
            return store(progress).replaceWith(result);
        });
    }

    private Uni<LockedJobs> held(Collection<String> jobIds, Function<Job, Collection<PageKey>> which) {
        return jobs.lock(jobIds).chain(found -> {
            Map<String, Job> byId = new LinkedHashMap<>();
            found.forEach(job -> byId.put(job.id(), job));
            Set<String> owners = found.stream().map(Job::accountId).collect(Collectors.toSet());
            Set<String> translating = found.stream()
                    .filter(job -> job.translateTo() != null)
                    .map(Job::accountId)
                    .collect(Collectors.toSet());
            List<PageKey> keys =
                    found.stream().flatMap(job -> which.apply(job).stream()).toList();
            return charges.lock(owners)
                    .chain(() -> accounts.active(translating))
                    .chain(active -> pages.lock(keys)
                            .map(held -> new LockedJobs(
                                    byId, held.stream().collect(Collectors.toMap(Page::key, page -> page)), active)));
        });
    }

    private Uni<Void> store(Progress progress) {
        return charges.refund(progress.refunds(), clock.instant())
                .chain(() -> failed.count(progress.failures(), clock.instant()))
                .chain(() -> charges.settle(progress.settlements(), clock.instant()))
                .chain(charged -> {
                    for (Charges.Settlement settlement : progress.settlements()) {
                        Page page = settlement.page();
                        progress.job(page.key().jobId())
                                .ifPresent(job -> progress.announcements().used(job, List.of(page), charged));
                    }
                    return progress.announcements().write();
                });
    }
}
