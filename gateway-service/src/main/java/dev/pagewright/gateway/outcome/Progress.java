package dev.pagewright.gateway.outcome;

import dev.pagewright.error.PageErrorCode;
import dev.pagewright.event.PageOutcome;
import dev.pagewright.event.WorkerTask;
import dev.pagewright.gateway.job.Job;
import dev.pagewright.gateway.job.JobPhase;
import dev.pagewright.gateway.job.Page;
import dev.pagewright.gateway.ledger.Charges;
import dev.pagewright.gateway.ledger.Prices;
import dev.pagewright.gateway.queue.Lane;
import dev.pagewright.gateway.relay.Announcements;
import dev.pagewright.gateway.relay.JobEvents;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What outcomes do to jobs: the first one of a page counts, whichever sending it answers; a second one changes nothing and
 * charges nothing. The last page's outcome sends the document pass, whose outcome ends the job, or sends its translation
 * where one was asked for. Changes objects, and collects what is to be charged and told; knows no database. Not
 * thread-safe.
 */
public final class Progress {

    private final LockedJobs held;
    private final Prices prices;
    private final Instant now;
    private final Announcements announcements;
    private final List<Charges.Settlement> settlements = new ArrayList<>();
    private final List<Charges.Refund> refunds = new ArrayList<>();
    private final List<String> failures = new ArrayList<>();

    Progress(LockedJobs held, Prices prices, Instant now) {
        this.held = held;
        this.prices = prices;
        this.now = now;
        this.announcements = new Announcements(now);
    }

    Announcements announcements() {
        return announcements;
    }

    /** Pages that were read, to be charged. */
    List<Charges.Settlement> settlements() {
        return settlements;
    }

    List<Charges.Refund> refunds() {
        return refunds;
    }

    /** The account of each page that failed by its own fault. */
    List<String> failures() {
        return failures;
    }

    public Optional<Job> job(String id) {
        return held.job(id);
    }

    public Optional<Page> page(String jobId, int index) {
        return held.page(jobId, index);
    }

    /**
     * @return whether it changed anything
     * @throws UnfitOutcomeException where it names a blob that is not its own, or has a text that cannot be stored
     */
    boolean apply(PageOutcome outcome) {
        if (outcome.toString().indexOf('\0') >= 0) { // all texts of it, also of one whose job is gone
            throw new UnfitOutcomeException("an outcome has a character that PostgreSQL's text has not");
        }
        Job job = held.jobs().get(outcome.jobId());
        if (job == null) {
            return false;
        }
        OwnBlobs.require(job.accountId(), outcome);
        return switch (outcome) {
            case PageOutcome.Started ignored -> start(job);
            case PageOutcome.Read read ->
                open(job, read.pageIndex()).map(page -> read(job, page, read)).orElse(false);
            case PageOutcome.Failed failed ->
                open(job, failed.pageIndex())
                        .filter(page -> !page.late(failed.attempt()))
                        .map(page -> fail(job, page, failed.code(), failed.detail()))
                        .orElse(false);
            case PageOutcome.Assembled pass -> job.awaits(pass) && assembled(job, pass);
            case PageOutcome.Translated pass -> job.awaits(pass) && translated(job, pass);
        };
    }

    private Optional<Page> open(Job job, int index) {
        return held.page(job.id(), index).filter(page -> page.status().open());
    }

    private boolean start(Job job) {
        boolean first = job.started(now);
        if (first) {
            announcements.changed(job, JobEvents.Kind.STARTED);
        }
        return first;
    }

    private boolean read(Job job, Page page, PageOutcome.Read outcome) {
        page.read(outcome, now);
        start(job);
        job.pageRead(outcome.milliseconds());
        if (job.translateTo() == null) {
            settlements.add(
                    new Charges.Settlement(page, prices.ofReading(job.tier().wireName(), outcome.reason())));
        }
        ended(job, page);
        return true;
    }

    /** Ends a page without a text; it has no outcome yet. */
    public boolean fail(Job job, Page page, String code, String detail) {
        page.failed(code, detail, now);
        start(job);
        job.pageFailed();
        refunds.add(new Charges.Refund(page, code));
        if (!code.equals(PageErrorCode.PAGE_LOST.wireName())) {
            failures.add(job.accountId());
        }
        ended(job, page);
        return true;
    }

    private void ended(Job job, Page page) {
        announcements.pageFinished(job, page);
        if (job.pagesLeft() > 0) {
            if (job.progressed(now)) {
                announcements.changed(job, JobEvents.Kind.PROGRESS);
            }
        } else if (job.pagesDone() == 0) {
            Page first = held.pages(job).getFirst();
            job.failed(
                    Objects.requireNonNullElse(first.errorCode(), PageErrorCode.PAGE_LOST.wireName()),
                    Objects.requireNonNullElse(first.errorDetail(), ""),
                    now);
            announcements.changed(job, JobEvents.Kind.FAILED);
        } else {
            sendPass(job);
        }
    }

    private boolean assembled(Job job, PageOutcome.Assembled pass) {
        List<Page> pages = held.pages(job);
        pass.changedPages()
                .forEach((index, key) -> held.page(job.id(), index).ifPresent(page -> page.reassembled(key)));
        job.assembled(pass, pages);
        if (job.translateTo() != null && pages.stream().anyMatch(Page::untranslated)) {
            sendTranslation(job);
        } else {
            done(job);
        }
        return true;
    }

    /**
     * The pages' translated documents take the place of those that were read, and only now the pages settle, each at the
     * price of its reading and, where it was delivered, of its translation.
     */
    private boolean translated(Job job, PageOutcome.Translated pass) {
        Set<Integer> delivered = new HashSet<>(pass.translated());
        pass.documents().forEach((index, key) -> held.page(job.id(), index)
                .ifPresent(page -> page.translated(key, delivered.contains(index))));
        for (Page page : held.pages(job)) {
            if (page.wasRead()) {
                long price = prices.ofReading(job.tier().wireName(), page.engineReason())
                        + prices.ofTranslation(delivered.contains(page.index()));
                settlements.add(new Charges.Settlement(page, price));
            }
        }
        done(job);
        return true;
    }

    private void done(Job job) {
        job.done(now);
        announcements.changed(job, JobEvents.Kind.DONE);
    }

    /** Sends the pass, or the translation, that the job is in once more. */
    public void sendAgain(Job job) {
        if (job.phase() == JobPhase.TRANSLATE) {
            sendTranslation(job);
        } else {
            sendPass(job);
        }
    }

    private void sendPass(Job job) {
        job.assembling(now);
        List<@Nullable String> keys = new ArrayList<>();
        held.pages(job).forEach(page -> keys.add(page.documentKey()));
        announcements.task(
                job.lane(),
                new WorkerTask.Assemble(
                        job.id(), job.accountId(), job.passAttempt(), job.traceParent(), job.revision() + 1, keys));
    }

    /** What is translated already has no part in it. The translation of a suspended account is held. */
    private void sendTranslation(Job job) {
        boolean active = held.active().contains(job.accountId());
        job.translating(active, now);
        if (!active) {
            return;
        }
        List<@Nullable String> keys = new ArrayList<>();
        held.pages(job).forEach(page -> keys.add(page.untranslated() ? page.documentKey() : null));
        announcements.task(
                Lane.VLM, // a model's pace holds back nobody's pages
                new WorkerTask.Translate(
                        job.id(),
                        job.accountId(),
                        job.passAttempt(),
                        job.traceParent(),
                        job.revision(),
                        Objects.requireNonNull(job.translateTo()),
                        keys));
    }

    /**
     * Ends the phase of a job whose pass or translation was lost as often as it may be: the job keeps its pages as they
     * were read, or untranslated.
     */
    public void giveUp(Job job) {
        if (job.phase() == JobPhase.TRANSLATE) {
            translated(
                    job, new PageOutcome.Translated(job.id(), job.passAttempt(), job.revision(), Map.of(), List.of()));
        } else {
            assembled(
                    job,
                    new PageOutcome.Assembled(
                            job.id(), job.passAttempt(), job.revision() + 1, Map.of(), job.detectedLanguage()));
        }
    }
}
