package dev.pagewright.gateway.queue;

import dev.pagewright.blob.BlobStore;
import dev.pagewright.contract.JobRecord;
import dev.pagewright.error.ErrorCode;
import dev.pagewright.gateway.account.Quota;
import dev.pagewright.gateway.http.ProblemException;
import dev.pagewright.gateway.job.Job;
import dev.pagewright.gateway.job.JobRepository;
import dev.pagewright.gateway.job.OriginalRepository;
import dev.pagewright.gateway.job.PageRepository;
import dev.pagewright.gateway.relay.Announcements;
import dev.pagewright.gateway.relay.JobEvents;
import dev.pagewright.gateway.store.Sessions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Makes a job durable, all of it or nothing, before anybody is answered. */
@ApplicationScoped
public class Submission {

    /** What became of a submission. */
    public sealed interface Result {
        /** @param repeated whether an earlier request with the same key made it */
        record Accepted(JobRecord job, boolean repeated) implements Result {}

        /** The key was used for other content or other fields. */
        record KeyConflict() implements Result {}
    }

    private static final Logger LOG = Logger.getLogger(Submission.class);

    private final Sessions sessions;
    private final JobRepository jobs;
    private final PageRepository pages;
    private final OriginalRepository originals;
    private final IdempotencyKeys keys;
    private final BlobStore blobs;
    private final Quota quota;
    private final QueueSignals signals;
    private final QueueSettings settings;
    private final Clock clock;

    Submission(
            Sessions sessions,
            JobRepository jobs,
            PageRepository pages,
            OriginalRepository originals,
            IdempotencyKeys keys,
            BlobStore blobs,
            Quota quota,
            QueueSignals signals,
            QueueSettings settings,
            Clock clock) {
        this.sessions = sessions;
        this.jobs = jobs;
        this.pages = pages;
        this.originals = originals;
        this.keys = keys;
        this.blobs = blobs;
        this.quota = quota;
        this.signals = signals;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * @throws ProblemException 402 {@code quota_exceeded}, 503 {@code overloaded}; nothing is stored then, the file
     *     neither
     */
    public Result submit(NewJob job) {
        List<String> discarded = new ArrayList<>();
        Result result;
        try {
            result = sessions.inTransaction(() -> inOneTransaction(job, discarded));
        } catch (ProblemException refused) {
            discard(job.blobKey());
            throw refused;
        }
        discarded.forEach(this::discard);
        if (result instanceof Result.Accepted accepted && !accepted.repeated()) {
            signals.jobsWaiting();
        }
        return result;
    }

    private Uni<Result> inOneTransaction(NewJob job, List<String> discarded) {
        return claimed(job).chain(earlier -> {
            discarded.clear(); // of an attempt that was given up
            if (earlier.isPresent()) {
                discarded.add(job.blobKey());
                return Uni.createFrom().item(earlier.get());
            }
            return insert(job, discarded).map(record -> new Result.Accepted(record, false));
        });
    }

    /** Empty where the job is new. A concurrent duplicate waits here for the first one's transaction. */
    private Uni<Optional<Result>> claimed(NewJob job) {
        NewJob.Idempotency claim = job.idempotency();
        if (claim == null) {
            return Uni.createFrom().item(Optional.empty());
        }
        byte[] fingerprint = HexFormat.of().parseHex(claim.fingerprint());
        return keys.claim(job.accountId(), claim.key(), fingerprint, job.id(), clock.instant())
                .chain(first -> first
                        ? Uni.createFrom().item(Optional.empty())
                        : earlier(job.accountId(), claim.key(), fingerprint).map(Optional::of));
    }

    private Uni<Result> earlier(String accountId, String key, byte[] fingerprint) {
        return keys.findById(new IdempotencyKey.Key(accountId, key))
                .chain(used -> used.of(fingerprint)
                        ? jobs.findById(used.jobId()).map(job -> new Result.Accepted(job.record(), true))
                        : Uni.createFrom().item(new Result.KeyConflict()));
    }

    private Uni<JobRecord> insert(NewJob submitted, List<String> discarded) {
        Job job = new Job(submitted, clock.instant());
        Announcements announcements = new Announcements(clock.instant());
        return quota.reserve(job.accountId(), job.id(), job.pageCount(), submitted.price())
                .chain(() -> requireRoom(job))
                .chain(() -> originals.keep(submitted, clock.instant()))
                .invoke(kept -> {
                    // an earlier upload of the same content keeps its blob; ours, which has a key of its own, is not
                    // needed
                    if (!kept.equals(submitted.blobKey())) {
                        discarded.add(submitted.blobKey());
                    }
                    announcements.changed(job, JobEvents.Kind.ACCEPTED);
                })
                .chain(() -> jobs.persist(job))
                .chain(() -> pages.insert(job, submitted.pageNumbers()))
                .chain(announcements::write)
                .replaceWith(job::record);
    }

    /** Under the account's lock, which the quota has taken. */
    private Uni<Void> requireRoom(Job job) {
        int most = settings.queuedPages() - job.pageCount();
        return pages.waiting(job.accountId(), settings.queuedPages() + 1)
                .invoke(waiting -> {
                    if (waiting > 0 && waiting > most) {
                        throw new ProblemException(
                                ErrorCode.OVERLOADED,
                                "This account has %d pages waiting, which is as many as may wait; send more when some are read."
                                        .formatted(waiting));
                    }
                })
                .replaceWithVoid();
    }

    private void discard(String blobKey) {
        try {
            blobs.delete(blobKey);
        } catch (IOException e) {
            LOG.warnf(e, "a blob that no job needs stays behind");
        }
    }
}
