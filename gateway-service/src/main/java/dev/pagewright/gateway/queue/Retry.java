package dev.pagewright.gateway.queue;

import dev.pagewright.contract.JobRecord;
import dev.pagewright.gateway.account.Quota;
import dev.pagewright.gateway.relay.JobEvents;
import dev.pagewright.gateway.store.Database;
import dev.pagewright.gateway.store.Jobs;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Reads the failed pages of a finished job again, and those of which what was stored is damaged. The other pages stay as
 * they are, their translations too, unless the document pass changes them. A page that was charged is read for nothing.
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

    private static final String AGAIN = """
            update page p set status = 'queued', round = p.round + case when old.charged then 0 else 1 end, sendings = 0,
                document_key = null, translation_key = null, translated_from = null, error_code = null,
                error_detail = null, finished_at = null
            from (select q.index_, q.status, exists (select 1 from ledger_entry e where e.job_id = q.job_id
                          and e.kind = 'settle' and e.page_index = q.index_ and e.round = q.round) as charged
                  from page q left join unnest($2::int[], $3::text[]) as damaged(index_, key) on damaged.index_ = q.index_
                  where q.job_id = $1 and (q.status = 'failed'
                      or q.status = 'done' and coalesce(q.translation_key, q.document_key) = damaged.key)) old
            where p.job_id = $1 and p.index_ = old.index_ returning old.status, old.charged""";

    /**
     * @param damaged keys of documents that cannot be read, by their page's index
     * @param price thousandths of a credit a page
     * @throws dev.pagewright.gateway.http.ProblemException 402 {@code quota_exceeded}, 429 where the plan allows no more failed
     *     pages today; nothing is changed then
     * @return the job as it stands then, unchanged where no page had failed; empty where the account has no such job
     */
    public Optional<JobRecord> retry(String accountId, String jobId, Map<Integer, String> damaged, long price) {
        Optional<JobRecord> job = database.inTransaction(sql -> sql.row(
                        "select j.*, null::bigint as ahead from job j where id = $1 and account_id = $2 for update",
                        jobId,
                        accountId)
                .map(row -> {
                    JobRecord record = Jobs.record(row);
                    if (record.finishedAt() == null || (record.pagesFailed() == 0 && damaged.isEmpty())) {
                        return record;
                    }
                    List<Row> pages = sql.rows(
                            AGAIN,
                            jobId,
                            damaged.keySet().toArray(Integer[]::new),
                            damaged.values().toArray(String[]::new));
                    if (pages.isEmpty()) {
                        return record;
                    }
                    int uncharged = count(pages, page -> !page.getBoolean("charged"));
                    if (uncharged > 0) {
                        quota.reserveAgain(sql, accountId, jobId, uncharged, price);
                    }
                    int done = count(pages, page -> page.getString("status").equals("done"));
                    JobRecord again =
                            sql.row("""
                                    update job set status = 'processing', phase = 'read', pages_done = pages_done - $2,
                                        pages_failed = 0, error_code = null, error_detail = null, finished_at = null
                                    where id = $1 returning *, null::bigint as ahead""", jobId, done).map(Jobs::record).orElseThrow();
                    events.changed(sql, again, JobEvents.Kind.PROGRESS);
                    return again;
                }));
        job.ifPresent(changed -> signals.jobsWaiting());
        return job;
    }

    private static int count(List<Row> pages, Predicate<Row> which) {
        return (int) pages.stream().filter(which).count();
    }
}
