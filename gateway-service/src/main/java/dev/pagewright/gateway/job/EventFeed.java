package dev.pagewright.gateway.job;

import dev.pagewright.contract.JobRecord;
import dev.pagewright.gateway.store.Jobs;
import dev.pagewright.gateway.updates.JobUpdates;
import dev.pagewright.spool.Spool;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The newest events of one job, for all streams of this replica that follow it. One thread looks into the database
 * after each change, a {@link #PAUSE} later, and at least every {@link #LOOK}; a page is written out once for all. A stream that is further behind than
 * what is kept here reads the database itself. Thread-safe.
 */
final class EventFeed implements Runnable {

    /** Makes the data of an event; empty for a page that is being read again, which has an event of its own to come. */
    @FunctionalInterface
    interface Writer {
        Optional<Spool> data(Jobs.EventRow event) throws IOException;
    }

    /** What a stream is given next. */
    record Next(List<Jobs.EventRow> events, boolean ended) {
        Next {
            events = List.copyOf(events);
        }
    }

    private static final Logger LOG = Logger.getLogger(EventFeed.class);
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final int BATCH = 100;
    /** What streams that keep up may be behind; each may hold a kilobyte. */
    private static final int KEPT_EVENTS = 20;

    private final Jobs jobs;
    private final JobUpdates updates;
    private final Writer writer;
    private final WrittenEvents written;
    private final String accountId;
    private final String jobId;

    private final ReentrantLock lock = new ReentrantLock();
    private final WakingInTurn streams = new WakingInTurn(lock);
    private final Deque<Jobs.EventRow> recent = new ArrayDeque<>();
    private @Nullable JobRecord job;
    private long recentAfter;
    private long head;
    private boolean ended;
    private @Nullable RuntimeException failure;
    private boolean abandoned;

    private final ReentrantLock writing = new ReentrantLock();

    EventFeed(Jobs jobs, JobUpdates updates, Writer writer, WrittenEvents written, String accountId, String jobId) {
        this.jobs = jobs;
        this.updates = updates;
        this.writer = writer;
        this.written = written;
        this.accountId = accountId;
        this.jobId = jobId;
    }

    @Override
    public void run() {
        try (JobUpdates.Subscription changes = updates.subscribe(jobId)) {
            while (look()) {
                changes.await(LOOK);
                Thread.sleep(PAUSE); // pages that end together are told together
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            end(null);
        } catch (RuntimeException e) {
            LOG.debugf(e, "the events of job %s cannot be read", jobId);
            end(e);
        }
    }

    /** @return whether there may be more to come */
    private boolean look() {
        while (!abandoned()) {
            Optional<JobRecord> now = jobs.find(accountId, jobId); // before its events: none is missed after its end
            if (now.isEmpty()) {
                end(null);
                return false;
            }
            List<Jobs.EventRow> events = jobs.events(now.get(), head, BATCH);
            boolean last = events.isEmpty() && JobAnswers.finished(now.get());
            add(now.get(), events, last);
            if (last) {
                return false;
            }
            if (events.isEmpty()) {
                return true;
            }
        }
        return false;
    }

    private void add(JobRecord now, List<Jobs.EventRow> events, boolean last) {
        lock.lock();
        try {
            job = now;
            for (Jobs.EventRow event : events) {
                recent.addLast(event);
                head = event.id();
                if (recent.size() > KEPT_EVENTS) {
                    recentAfter = recent.removeFirst().id();
                }
            }
            ended = last;
            if (last || !events.isEmpty()) {
                streams.wakeAll();
            }
        } finally {
            lock.unlock();
        }
    }

    private void end(@Nullable RuntimeException cause) {
        lock.lock();
        try {
            ended = true;
            failure = cause;
            streams.wakeAll();
        } finally {
            lock.unlock();
        }
    }

    private boolean abandoned() {
        lock.lock();
        try {
            return abandoned;
        } finally {
            lock.unlock();
        }
    }

    /** Nobody follows any more: the feed ends. */
    void abandon() {
        lock.lock();
        try {
            abandoned = true;
        } finally {
            lock.unlock();
        }
        updates.changed(jobId);
    }

    /** Whether nothing will come any more: the job has finished or is gone, or the database is away. */
    boolean ended() {
        lock.lock();
        try {
            return ended;
        } finally {
            lock.unlock();
        }
    }

    /**
     * The events after one; none where none came in time.
     *
     * @throws RuntimeException where the database cannot be asked
     */
    Next after(long id, Duration atMost) throws InterruptedException {
        JobRecord now;
        lock.lock();
        try {
            long left = atMost.toNanos();
            while (head <= id && !ended && left > 0) {
                left = streams.await(left);
            }
            if (failure != null) {
                throw failure;
            }
            now = job;
            if (now == null || head <= id) {
                return new Next(List.of(), ended);
            }
            if (id >= recentAfter) {
                return new Next(recent.stream().filter(event -> event.id() > id).toList(), ended);
            }
        } finally {
            lock.unlock();
        }
        List<Jobs.EventRow> events = jobs.events(now, id, BATCH);
        return new Next(events, events.isEmpty()); // those that were there are gone with their job alone
    }

    /**
     * What the event shows, to be closed; written out once for all streams where it is not large. Empty for a page that is
     * being read again.
     */
    Optional<InputStream> data(Jobs.EventRow event) throws IOException, InterruptedException {
        writing.lockInterruptibly();
        try {
            Optional<InputStream> kept = written.find(jobId, event.id());
            if (kept.isPresent()) {
                return kept;
            }
            Optional<Spool> made = writer.data(event);
            return made.isEmpty() ? Optional.empty() : Optional.of(written.keep(jobId, event.id(), made.get()));
        } finally {
            writing.unlock();
        }
    }
}
