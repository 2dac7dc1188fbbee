package dev.pagewright.gateway.queue;

import dev.pagewright.contract.JobRecord;
import dev.pagewright.gateway.account.Quota;
import dev.pagewright.gateway.relay.JobEvents;
import dev.pagewright.gateway.store.Database;
import dev.pagewright.gateway.store.Jobs;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/**
 * Reads the failed pages of a finished job again. The other pages stay as they are, their translations too, unless the
 * document pass changes them.
 */
@ApplicationScoped
public class Retry {

    private final Database database;
    private final Quota quota;
    private final JobEvents events;
    private final QueueSignals signals;

    Retry(Database database, Quota quota, JobEvents events, QueueSignals signals) {
        this.database = database;
        this.quota = quota;
        this.events = events;
        this.signals = signals;
    }

    /**
     * @param price thousandths of a credit a page
     * @throws dev.pagewright.gateway.http.ProblemException 402 {@code quota_exceeded}, 429 where the plan allows no more failed
     *     pages today; nothing is changed then
     * @return the job as it stands then, unchanged where no page had failed; empty where the account has no such job
     */
    public Optional<JobRecord> retry(String accountId, String jobId, long price) {
        Optional<JobRecord> job = database.inTransaction(sql -> sql.row(
                        "select j.*, null::bigint as ahead from job j where id = $1 and account_id = $2 for update",
                        jobId,
                        accountId)
                .map(row -> {
                    JobRecord record = Jobs.record(row);
                    if (record.finishedAt() == null || record.pagesFailed() == 0) {
                        return record;
                    }
                    int pages = sql.update("""
                            update page set status = 'queued', round = round + 1, sendings = 0, error_code = null,
                                error_detail = null, finished_at = null
                            where job_id = $1 and status = 'failed'""", jobId);
                    quota.reserveAgain(sql, accountId, jobId, pages, price);
                    JobRecord again = sql.row("""
                                    update job set status = 'processing', phase = 'read', pages_failed = 0, error_code = null,
                                        error_detail = null, finished_at = null where id = $1
                                    returning *, null::bigint as ahead""", jobId).map(Jobs::record).orElseThrow();
                    events.changed(sql, again, JobEvents.Kind.PROGRESS);
                    return again;
                }));
        job.ifPresent(changed -> signals.jobsWaiting());
        return job;
    }
}
