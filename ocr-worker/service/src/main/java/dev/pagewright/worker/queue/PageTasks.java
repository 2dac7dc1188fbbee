package dev.pagewright.worker.queue;

import dev.pagewright.blob.BlobKeys;
import dev.pagewright.blob.BlobStore;
import dev.pagewright.document.Engine;
import dev.pagewright.document.Page;
import dev.pagewright.document.PageResult;
import dev.pagewright.document.stored.PageCodec;
import dev.pagewright.document.stored.PageLimits;
import dev.pagewright.document.stored.PageTooLargeException;
import dev.pagewright.error.PageErrorCode;
import dev.pagewright.event.Original;
import dev.pagewright.event.PageOutcome;
import dev.pagewright.event.WorkerTask;
import dev.pagewright.security.SecretSealer;
import dev.pagewright.worker.page.Deadline;
import dev.pagewright.worker.page.ReadingCancelledException;
import dev.pagewright.worker.page.memory.HeapFullException;
import dev.pagewright.worker.queue.lease.Lease;
import dev.pagewright.worker.queue.lease.SlotAllocator;
import dev.pagewright.worker.queue.originals.Originals;
import dev.pagewright.worker.queue.quarantine.Quarantine;
import dev.pagewright.worker.reading.PageReader;
import dev.pagewright.worker.reading.PageRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * One page: original from the blob store, text into the blob store, outcome to the broker, then the lease ends.
 *
 * <p>A thread that does not come back in the page's time and a grace is given up: the page ends as
 * {@code page_timeout}, its slot goes to another page, and a worker that lost too many threads ends itself. The page is
 * not sent to quarantine, because it would only take the same time there.
 */
final class PageTasks {

    private static final Logger LOG = Logger.getLogger(PageTasks.class);

    private final PageReader reader;
    private final Quarantine quarantine;
    private final Originals originals;
    private final BlobStore blobs;
    private final SecretSealer sealer;
    private final OutcomeSender outcomes;
    private final WantedJobs jobs;
    private final StartedJobs started = new StartedJobs();
    private final PageThreads threads;
    private final Watchdog watchdog;
    private final Patience patience;
    private final QueueMeters meters;
    private final WorkerSettings settings;

    PageTasks(
            WorkerParts parts,
            WantedJobs jobs,
            PageThreads threads,
            Watchdog watchdog,
            Patience patience,
            WorkerSettings settings) {
        this.reader = parts.reader();
        this.quarantine = parts.quarantine();
        this.originals = parts.originals();
        this.blobs = parts.blobs();
        this.sealer = parts.sealer();
        this.outcomes = parts.outcomes();
        this.meters = parts.meters();
        this.jobs = jobs;
        this.threads = threads;
        this.watchdog = watchdog;
        this.patience = patience;
        this.settings = settings;
    }

    /**
     * Ends the lease where the page has its outcome, or needs none.
     *
     * @throws IOException where blob store or broker stayed away: the page is to be released
     */
    void run(WorkerTask.ReadPage task, Lease lease, SlotAllocator.Slot slot) throws IOException, InterruptedException {
        if (!jobs.wanted(task.jobId())) {
            lease.accept();
            return;
        }
        if (started.first(task.jobId())) {
            outcomes.tell(new PageOutcome.Started(task.jobId(), task.attempt(), task.pageIndex()));
        }
        long start = System.nanoTime();
        Optional<Originals.LocalFile> file =
                patience.get("original", () -> originals.open(task.original().blobKey()));
        if (file.isEmpty()) {
            finish(task, lease, failed(task, PageErrorCode.PAGE_LOST, "The uploaded file is gone."), start);
            return;
        }
        try (Originals.LocalFile original = file.get()) {
            Optional<PageResult> result = read(task, lease, slot, original.path());
            if (result.isPresent()) {
                finish(task, lease, result.get(), start);
            }
        } catch (ReadingCancelledException e) {
            if (jobs.wanted(task.jobId())) {
                lease.release(); // the worker stops
            } else {
                lease.accept();
            }
        }
    }

    /** Empty where the page was given up while this thread was in it. */
    private Optional<PageResult> read(WorkerTask.ReadPage task, Lease lease, SlotAllocator.Slot slot, Path original) {
        Deadline deadline = Deadline.in(settings.pageTime());
        PageRequest request = new PageRequest(
                task.jobId(),
                task.pageIndex(),
                task.pageNumber(),
                original,
                task.original().mediaType(),
                password(task),
                task.options(),
                deadline);
        jobs.begin(task.jobId(), deadline);
        try {
            if (lease.deliveryCount() > 1) {
                meters.quarantined();
                return Optional.of(quarantine.read(request, settings.pageTime()));
            }
            return watched(request, () -> giveUp(task, lease, slot));
        } catch (HeapFullException e) {
            LOG.infof("page %d of job %s is read in quarantine: %s", request.index(), request.job(), e.getMessage());
            meters.quarantined();
            return Optional.of(quarantine.read(request, settings.pageTime()));
        } finally {
            jobs.end(deadline);
        }
    }

    private Optional<PageResult> watched(PageRequest request, Runnable giveUp) {
        Watchdog.Watch watch = watchdog.watch(settings.pageTime().plus(settings.grace()), giveUp);
        try {
            return Optional.of(reader.read(request)).filter(result -> watch.back() || found());
        } catch (RuntimeException | Error e) {
            if (!watch.back()) {
                found();
                if (e instanceof HeapFullException) {
                    return Optional.empty();
                }
            }
            throw e;
        }
    }

    private boolean found() {
        threads.found();
        return false;
    }

    private void giveUp(WorkerTask.ReadPage task, Lease lease, SlotAllocator.Slot slot) {
        try (slot) {
            finish(
                    task,
                    lease,
                    failed(task, PageErrorCode.PAGE_TIMEOUT, PageErrorCode.PAGE_TIMEOUT.sentence()),
                    System.nanoTime()
                            - settings.pageTime().plus(settings.grace()).toNanos());
        } catch (IOException e) {
            lease.release();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            threads.lost();
        }
    }

    private void finish(WorkerTask.ReadPage task, Lease lease, PageResult result, long start)
            throws IOException, InterruptedException {
        Duration time = Duration.ofNanos(System.nanoTime() - start);
        PageOutcome outcome;
        try {
            outcome = switch (result) {
                case PageResult.Read read -> stored(task, read.page(), time);
                case PageResult.Failed failed -> told(task, failed);
            };
        } catch (PageTooLargeException e) {
            finish(
                    task,
                    lease,
                    failed(task, PageErrorCode.PAGE_TOO_LARGE, "The page has more words than can be read; split it."),
                    start);
            return;
        }
        patience.until("outcome", () -> outcomes.send(outcome));
        lease.accept();
        count(result, time);
    }

    private static PageOutcome.Failed told(WorkerTask.ReadPage task, PageResult.Failed failed) {
        return new PageOutcome.Failed(
                task.jobId(), task.attempt(), task.pageIndex(), failed.code().wireName(), failed.detail());
    }

    private PageOutcome.Read stored(WorkerTask.ReadPage task, Page page, Duration time)
            throws IOException, InterruptedException {
        String key = BlobKeys.page(task.accountId(), task.jobId(), task.pageIndex(), task.attempt());
        byte[] document = PageCodec.writeNew(page);
        patience.until("page document", () -> blobs.put(key, document));
        OptionalDouble confidence = page.meanConfidence();
        return new PageOutcome.Read(
                task.jobId(),
                task.attempt(),
                task.pageIndex(),
                key,
                page.reading().engine().wireName(),
                page.reading().engines().stream().map(Engine::wireName).toList(),
                page.reading().reason().wireName(),
                page.reading().language(),
                confidence.isPresent() ? confidence.getAsDouble() : null,
                PageLimits.words(page),
                page.tables().size(),
                time.toMillis());
    }

    private void count(PageResult result, Duration time) {
        switch (result) {
            case PageResult.Read read -> {
                meters.page(read.page().reading().engine().wireName(), "read", time);
                read.page().reading().degraded().forEach(meters::degraded);
            }
            case PageResult.Failed failed -> meters.page("none", failed.code().wireName(), time);
        }
    }

    private @Nullable String password(WorkerTask.ReadPage task) {
        Original original = task.original();
        return original.sealedPassword() == null ? null : sealer.open(original.sealedPassword(), task.jobId());
    }

    private static PageResult failed(WorkerTask.ReadPage task, PageErrorCode code, String detail) {
        return new PageResult.Failed(task.pageIndex(), task.pageNumber(), code, detail);
    }
}
