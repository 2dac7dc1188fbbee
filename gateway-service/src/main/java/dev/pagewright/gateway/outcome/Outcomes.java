package dev.pagewright.gateway.outcome;

import dev.pagewright.contract.JobRecord;
import dev.pagewright.error.PageErrorCode;
import dev.pagewright.event.PageOutcome;
import dev.pagewright.gateway.account.FailedPages;
import dev.pagewright.gateway.ledger.Ledger;
import dev.pagewright.gateway.ledger.Prices;
import dev.pagewright.gateway.queue.QueueSignals;
import dev.pagewright.gateway.queue.Tasks;
import dev.pagewright.gateway.relay.JobEvents;
import dev.pagewright.gateway.relay.UsageEvents;
import dev.pagewright.gateway.store.Database;
import dev.pagewright.gateway.store.Jobs;
import dev.pagewright.gateway.store.Transaction;
import dev.pagewright.gateway.updates.JobUpdates;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Applies outcomes: the first one of a page counts, whichever sending it answers; a second one changes nothing and
 * charges nothing. The last page's outcome sends the document pass, whose outcome ends the job, or sends its translation where one was
 * asked for.
 */
@ApplicationScoped
public class Outcomes {

    private final Database database;
    private final Ledger ledger;
    private final Prices prices;
    private final JobEvents events;
    private final QueueSignals signals;
    private final JobUpdates updates;
    private final Translations translations;
    private final Endings endings;
    private final Clock clock;

    Outcomes(
            Database database,
            Ledger ledger,
            Prices prices,
            JobEvents events,
            QueueSignals signals,
            JobUpdates updates,
            Translations translations,
            Endings endings,
            Clock clock) {
        this.database = database;
        this.ledger = ledger;
        this.prices = prices;
        this.events = events;
        this.signals = signals;
        this.updates = updates;
        this.translations = translations;
        this.endings = endings;
        this.clock = clock;
    }

    /** All of them or, when it throws, none. */
    public void apply(List<PageOutcome> batch) {
        Set<String> changed = new LinkedHashSet<>();
        database.inTransaction(sql -> {
            changed.clear();
            // one order, jobs before accounts: no deadlock
            Map<String, String> accounts = lock(sql, batch);
            ledger.lock(sql, Set.copyOf(accounts.values()));
            for (PageOutcome outcome : batch) {
                String account = accounts.get(outcome.jobId());
                if (account != null) {
                    OwnBlobs.require(account, outcome);
                }
                if (apply(sql, outcome)) {
                    changed.add(outcome.jobId());
                }
            }
            return changed;
        });
        if (!changed.isEmpty()) {
            signals.jobsWaiting();
            changed.forEach(updates::changed);
        }
    }

    /** @return the account of each job, but for jobs that are gone */
    private static Map<String, String> lock(Transaction sql, List<PageOutcome> batch) {
        String[] jobs = batch.stream().map(PageOutcome::jobId).distinct().toArray(String[]::new);
        Map<String, String> accounts = new HashMap<>();
        sql.rows("select id, account_id from job where id = any($1::text[]::bpchar[]) order by id for update", (Object)
                        jobs)
                .forEach(row -> accounts.put(row.getString("id"), row.getString("account_id")));
        return accounts;
    }

    private boolean apply(Transaction sql, PageOutcome outcome) {
        return switch (outcome) {
            case PageOutcome.Started started -> start(sql, started.jobId());
            case PageOutcome.Read read -> read(sql, read);
            case PageOutcome.Failed failed -> failed(sql, failed);
            case PageOutcome.Assembled assembled -> assembled(sql, assembled);
            case PageOutcome.Translated translated -> translations.apply(sql, translated);
        };
    }

    private boolean start(Transaction sql, String jobId) {
        return sql.row("""
                        update job set status = 'processing', started_at = coalesce(started_at, $2)
                        where id = $1 and status = 'pending' returning *, null::bigint as ahead""", jobId, now())
                .map(row -> {
                    events.changed(sql, Jobs.record(row), JobEvents.Kind.STARTED);
                    return true;
                })
                .orElse(false);
    }

    private boolean read(Transaction sql, PageOutcome.Read page) {
        int first = sql.update(
                """
                update page set status = 'done', document_key = $3, engine = $4, engines = $5, engine_reason = $6, language = $7,
                    mean_confidence = $8, words = $9, tables = $10, milliseconds = $11, finished_at = $12
                where job_id = $1 and index_ = $2 and status in ('queued', 'released')""",
                page.jobId(),
                page.pageIndex(),
                page.documentKey(),
                page.engine(),
                page.engines().toArray(String[]::new),
                page.reason(),
                page.language(),
                page.meanConfidence(),
                page.words(),
                page.tables(),
                page.milliseconds(),
                now());
        if (first == 0) {
            return false;
        }
        start(sql, page.jobId());
        Row job = count(sql, page.jobId(), 1, 0, page.milliseconds());
        if (job.getString("translate_to") == null) {
            String account = job.getString("account_id");
            String tier = job.getString("tier");
            ledger.settle(
                            sql,
                            account,
                            page.jobId(),
                            page.pageIndex(),
                            prices.ofReading(tier, page.reason()),
                            page.engine())
                    .ifPresent(charged -> UsageEvents.page(
                            sql, account, page.jobId(), page.pageIndex(), tier, page.engine(), charged));
        }
        events.pageFinished(sql, page.jobId(), page.pageIndex(), true);
        afterPage(sql, job);
        return true;
    }

    /** One that answers a sending of an earlier round of reading says nothing about this one, which may succeed. */
    private boolean failed(Transaction sql, PageOutcome.Failed page) {
        boolean late = sql.row(
                        "select 1 from page where job_id = $1 and index_ = $2 and $3 <= attempt - sendings",
                        page.jobId(),
                        page.pageIndex(),
                        page.attempt())
                .isPresent();
        return !late && failPage(sql, page.jobId(), page.pageIndex(), page.code(), page.detail());
    }

    /**
     * Ends a page without a text.
     *
     * @return false where it had its outcome already
     */
    public boolean failPage(Transaction sql, String jobId, int index, String code, String detail) {
        int first = sql.update("""
                update page set status = 'failed', error_code = $3, error_detail = $4, finished_at = $5
                where job_id = $1 and index_ = $2 and status in ('queued', 'released')""", jobId, index, code, detail, now());
        if (first == 0) {
            return false;
        }
        start(sql, jobId);
        Row job = count(sql, jobId, 0, 1, 0);
        ledger.refund(sql, job.getString("account_id"), jobId, index, code);
        FailedPages.count(sql, job.getString("account_id"), code, now());
        events.pageFinished(sql, jobId, index, false);
        afterPage(sql, job);
        return true;
    }

    private static Row count(Transaction sql, String jobId, int done, int failed, long milliseconds) {
        return sql.row("""
                        update job set pages_done = pages_done + $2, pages_failed = pages_failed + $3,
                            read_milliseconds = read_milliseconds + $4 where id = $1
                        returning *, null::bigint as ahead""", jobId, done, failed, milliseconds).orElseThrow();
    }

    private void afterPage(Transaction sql, Row row) {
        JobRecord job = Jobs.record(row);
        if (job.pagesDone() + job.pagesFailed() < job.pageCount()) {
            progress(sql, row, job);
        } else if (job.pagesDone() == 0) {
            fail(sql, job.uuid());
        } else {
            Tasks.assemble(sql, job.uuid(), now());
        }
    }

    private void progress(Transaction sql, Row row, JobRecord job) {
        OffsetDateTime last = row.getOffsetDateTime("progress_at");
        OffsetDateTime now = now();
        if (last == null || last.plusSeconds(1).isBefore(now)) {
            sql.update("update job set progress_at = $2 where id = $1", job.uuid(), now);
            events.changed(sql, job, JobEvents.Kind.PROGRESS);
        }
    }

    private void fail(Transaction sql, String jobId) {
        Optional<Row> first =
                sql.row("select error_code, error_detail from page where job_id = $1 order by index_ limit 1", jobId);
        String code = first.map(row -> row.getString("error_code")).orElse(PageErrorCode.PAGE_LOST.wireName());
        String detail = first.map(row -> row.getString("error_detail")).orElse("");
        Row job = sql.row("""
                        update job set status = 'failed', phase = 'ended', revision = revision + 1, error_code = $2,
                            error_detail = $3, finished_at = $4 where id = $1 returning *, null::bigint as ahead""", jobId, code, detail, now()).orElseThrow();
        events.changed(sql, Jobs.record(job), JobEvents.Kind.FAILED);
    }

    private boolean assembled(Transaction sql, PageOutcome.Assembled pass) {
        // the pass of an earlier revision, that comes late, knows nothing of the pages that were read again since
        if (sql.row(
                        "select 1 from job where id = $1 and phase = 'assemble' and revision + 1 = $2",
                        pass.jobId(),
                        pass.revision())
                .isEmpty()) {
            return false;
        }
        // indexes and keys of a map come in the same order
        sql.update(
                """
                update page p set document_key = changed.key from unnest($2::int[], $3::text[]) as changed(index_, key)
                where p.job_id = $1 and p.index_ = changed.index_ and p.status = 'done'""",
                pass.jobId(),
                pass.changedPages().keySet().toArray(Integer[]::new),
                pass.changedPages().values().toArray(String[]::new));
        Row job = sql.row("""
                        update job set revision = $2, detected_language = $3,
                            mean_confidence = (select sum(mean_confidence * words) / nullif(sum(words), 0) from page
                                where job_id = $1 and mean_confidence is not null)
                        where id = $1 returning *""", pass.jobId(), pass.revision(), pass.language()).orElseThrow();
        if (job.getString("translate_to") == null || !Tasks.untranslated(sql, pass.jobId())) {
            endings.done(sql, pass.jobId());
        } else {
            Tasks.translate(sql, pass.jobId(), now());
        }
        return true;
    }

    /**
     * Ends the phase of a job whose pass or translation was lost as often as it may be: the job keeps its pages as they were
     * read, or untranslated. The caller holds the job's row.
     *
     * @return whether the job was still in the phase
     */
    public boolean giveUpPass(Transaction sql, String jobId, String phase) {
        Optional<Row> job = sql.row(
                "select revision, assemble_attempt, detected_language from job where id = $1 and phase = $2",
                jobId,
                phase);
        job.ifPresent(row -> {
            int attempt = row.getInteger("assemble_attempt");
            int revision = row.getInteger("revision");
            if (phase.equals("translate")) {
                translations.apply(sql, new PageOutcome.Translated(jobId, attempt, revision, Map.of(), List.of()));
            } else {
                assembled(
                        sql,
                        new PageOutcome.Assembled(
                                jobId, attempt, revision + 1, Map.of(), row.getString("detected_language")));
            }
        });
        return job.isPresent();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
