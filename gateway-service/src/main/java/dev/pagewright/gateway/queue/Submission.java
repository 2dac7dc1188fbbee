package dev.pagewright.gateway.queue;

import dev.pagewright.blob.BlobStore;
import dev.pagewright.contract.JobRecord;
import dev.pagewright.error.ErrorCode;
import dev.pagewright.gateway.account.Quota;
import dev.pagewright.gateway.http.ProblemException;
import dev.pagewright.gateway.relay.JobEvents;
import dev.pagewright.gateway.store.Database;
import dev.pagewright.gateway.store.Jobs;
import dev.pagewright.gateway.store.Transaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
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

    private final Database database;
    private final BlobStore blobs;
    private final Quota quota;
    private final JobEvents events;
    private final QueueSignals signals;
    private final QueueSettings settings;
    private final Clock clock;

    Submission(
            Database database,
            BlobStore blobs,
            Quota quota,
            JobEvents events,
            QueueSignals signals,
            QueueSettings settings,
            Clock clock) {
        this.database = database;
        this.blobs = blobs;
        this.quota = quota;
        this.events = events;
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
            result = inOneTransaction(job, discarded);
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

    private Result inOneTransaction(NewJob job, List<String> discarded) {
        return database.inTransaction(sql -> {
            Optional<Result> earlier = claimKey(sql, job);
            earlier.ifPresent(repeated -> discarded.add(job.blobKey()));
            return earlier.orElseGet(() -> new Result.Accepted(insert(sql, job, discarded), false));
        });
    }

    /** Empty where the job is new. A concurrent duplicate waits here for the first one's transaction. */
    private Optional<Result> claimKey(Transaction sql, NewJob job) {
        NewJob.Idempotency claim = job.idempotency();
        if (claim == null) {
            return Optional.empty();
        }
        byte[] fingerprint = HexFormat.of().parseHex(claim.fingerprint());
        OffsetDateTime now = now();
        sql.update(
                "delete from idempotency_key where account_id = $1 and key = $2 and created_at < $3",
                job.accountId(),
                claim.key(),
                now.minusHours(24));
        int claimed = sql.update(
                """
                insert into idempotency_key (account_id, key, fingerprint, job_id, created_at)
                values ($1, $2, $3, $4, $5) on conflict do nothing""", job.accountId(), claim.key(), io.vertx.core.buffer.Buffer.buffer(fingerprint), job.id(), now);
        if (claimed == 1) {
            return Optional.empty();
        }
        var row = sql.row(
                        "select fingerprint, job_id from idempotency_key where account_id = $1 and key = $2",
                        job.accountId(),
                        claim.key())
                .orElseThrow();
        boolean same = java.util.Arrays.equals(row.getBuffer("fingerprint").getBytes(), fingerprint);
        return Optional.of(
                same ? new Result.Accepted(find(sql, row.getString("job_id")), true) : new Result.KeyConflict());
    }

    private JobRecord insert(Transaction sql, NewJob job, List<String> discarded) {
        quota.reserve(sql, job.accountId(), job.id(), job.pageNumbers().size(), job.price());
        requireRoom(sql, job);
        OffsetDateTime now = now();
        // an earlier upload of the same content keeps its blob; ours, which has a key of its own, is then not needed
        String blobKey = sql.row("""
                insert into original (account_id, sha256, blob_key, media_type, bytes, references_, created_at, touched_at)
                values ($1, $2, $3, $4, $5, 1, $6, $6)
                on conflict (account_id, sha256) do update set references_ = original.references_ + 1, touched_at = $6
                returning blob_key""", job.accountId(), job.sha256(), job.blobKey(), job.mediaType(), job.bytes(), now)
                .map(row -> row.getString("blob_key"))
                .orElseThrow();
        sql.update(
                """
                insert into job (id, account_id, status, tier, language, ocr, tool, translate_to, page_selection, file_name,
                    original_sha256, media_type, file_bytes, file_pages, sealed_password, page_count, lane, priority,
                    trace_parent, webhook_url, created_at)
                values ($1, $2, 'pending', $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20)""",
                job.id(),
                job.accountId(),
                job.tier(),
                job.language(),
                job.ocr(),
                job.tool(),
                job.translateTo(),
                job.pageSelection(),
                job.fileName(),
                job.sha256(),
                job.mediaType(),
                job.bytes(),
                job.filePages(),
                job.sealedPassword(),
                job.pageNumbers().size(),
                job.lane().column(),
                job.priority(),
                job.traceParent(),
                job.webhookUrl(),
                now);
        sql.update("""
                insert into page (job_id, index_, account_id, number)
                select $1, n.place - 1, $2, n.number from unnest($3::int[]) with ordinality as n(number, place)""", job.id(), job.accountId(), job.pageNumbers().toArray(Integer[]::new));
        JobRecord record = find(sql, job.id());
        if (!blobKey.equals(job.blobKey())) {
            discarded.add(job.blobKey());
        }
        events.changed(sql, record, JobEvents.Kind.ACCEPTED);
        return record;
    }

    /** Under the account's lock, which the quota has taken. */
    private void requireRoom(Transaction sql, NewJob job) {
        int most = settings.queuedPages() - job.pageNumbers().size();
        long waiting = sql.row(
                        "select count(*) from (select 1 from page where account_id = $1 and status = 'queued' limit $2) waiting",
                        job.accountId(),
                        settings.queuedPages() + 1)
                .orElseThrow()
                .getLong(0);
        if (waiting > 0 && waiting > most) {
            throw new ProblemException(
                    ErrorCode.OVERLOADED,
                    "This account has %d pages waiting, which is as many as may wait; send more when some are read."
                            .formatted(waiting));
        }
    }

    private static JobRecord find(Transaction sql, String jobId) {
        return sql.row("select j.*, null::bigint as ahead from job j where id = $1", jobId)
                .map(Jobs::record)
                .orElseThrow();
    }

    private void discard(String blobKey) {
        try {
            blobs.delete(blobKey);
        } catch (IOException e) {
            LOG.warnf(e, "a blob that no job needs stays behind");
        }
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
