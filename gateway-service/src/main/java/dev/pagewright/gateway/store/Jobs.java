package dev.pagewright.gateway.store;

import dev.pagewright.contract.JobRecord;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads jobs and their pages. Every public question names the account, so that none can be asked across accounts. */
@ApplicationScoped
public class Jobs {

    private static final String COLUMNS = "select j.*, null::bigint as ahead from job j ";

    /** Where a page's document lies, or why there is none. */
    public record PageRow(
            int index,
            int number,
            String status,
            @Nullable String documentKey,
            @Nullable String errorCode,
            @Nullable String errorDetail,
            @Nullable Long eventId) {}

    /** One page of a list; {@code next} is null on the last. */
    public record Listing(List<JobRecord> items, @Nullable String next) {}

    private final Database database;

    Jobs(Database database) {
        this.database = database;
    }

    /**
     * The job, if it is the account's. While it waits it tells how many pages come before its own: the account's earlier
     * ones of its lane, and others' that the workers have already; what others have in waiting takes turns with it.
     */
    public Optional<JobRecord> find(String accountId, String jobId) {
        return database.withoutTransaction(sql -> sql.row("""
                                select j.*, case when j.status = 'pending' then (
                                    select coalesce(sum(o.page_count - o.pages_done - o.pages_failed), 0) from job o
                                    where o.status in ('pending', 'processing') and o.account_id = j.account_id
                                        and o.sequence < j.sequence and o.lane = j.lane) + (
                                    select count(*) from page r join job rj on rj.id = r.job_id
                                    where r.status = 'released' and r.account_id <> j.account_id and rj.lane = j.lane)
                                end as ahead
                                from job j where j.id = $1 and j.account_id = $2""", jobId, accountId).map(Jobs::record));
    }

    /** For the other services, which the service token admits to every job. */
    public Optional<JobRecord> findForService(String jobId) {
        return database.withoutTransaction(
                sql -> sql.row(COLUMNS + "where j.id = $1", jobId).map(Jobs::record));
    }

    /**
     * Newest first.
     *
     * @param before the cursor: jobs older than this one, null for the first page
     */
    public Listing list(String accountId, @Nullable Long before, int limit) {
        List<Row> rows = database.withoutTransaction(sql -> sql.rows(
                COLUMNS + "where j.account_id = $1 and j.sequence < $2 order by j.sequence desc limit $3",
                accountId,
                before == null ? Long.MAX_VALUE : before,
                limit + 1));
        List<JobRecord> items = rows.stream().limit(limit).map(Jobs::record).toList();
        String next =
                rows.size() > limit ? rows.get(limit - 1).getLong("sequence").toString() : null;
        return new Listing(items, next);
    }

    /** Pages of a job that was found before, in order. */
    public List<PageRow> pages(JobRecord job) {
        return database.withoutTransaction(sql -> sql
                .rows(
                        "select * from page where job_id = $1 and account_id = $2 order by index_",
                        job.uuid(),
                        job.accountId())
                .stream()
                .map(Jobs::page)
                .toList());
    }

    public Optional<PageRow> page(JobRecord job, int index) {
        return page(job.accountId(), job.uuid(), index);
    }

    public Optional<PageRow> page(String accountId, String jobId, int index) {
        return database.withoutTransaction(sql -> sql.row(
                        "select * from page where job_id = $1 and account_id = $2 and index_ = $3",
                        jobId,
                        accountId,
                        index)
                .map(Jobs::page));
    }

    /** Events of a job after an id, in order. */
    public List<EventRow> events(JobRecord job, long after, int limit) {
        return database.withoutTransaction(sql -> {
            List<EventRow> events = new ArrayList<>();
            for (Row row : sql.rows(
                    "select * from job_event where job_id = $1 and id > $2 order by id limit $3",
                    job.uuid(),
                    after,
                    limit)) {
                events.add(new EventRow(
                        row.getLong("id"),
                        row.getString("type"),
                        row.getInteger("page_index"),
                        row.getString("payload")));
            }
            return events;
        });
    }

    /** @param payload of a {@code job} event; a {@code page} event is its page */
    public record EventRow(
            long id,
            String type,
            @Nullable Integer pageIndex,
            @Nullable String payload) {}

    private static PageRow page(Row row) {
        return new PageRow(
                row.getInteger("index_"),
                row.getInteger("number"),
                row.getString("status"),
                row.getString("translation_key") == null
                        ? row.getString("document_key")
                        : row.getString("translation_key"),
                row.getString("error_code"),
                row.getString("error_detail"),
                row.getLong("event_id"));
    }

    /** The one place where a row becomes a record. */
    public static JobRecord record(Row row) {
        Long ahead = row.getLong("ahead");
        return new JobRecord(
                row.getString("id"),
                row.getString("account_id"),
                row.getString("status"),
                row.getString("tier"),
                row.getString("language"),
                row.getString("tool"),
                row.getString("translate_to"),
                row.getString("ocr"),
                row.getString("page_selection"),
                row.getString("file_name"),
                row.getString("media_type"),
                row.getLong("file_bytes"),
                row.getInteger("file_pages"),
                row.getInteger("page_count"),
                row.getInteger("pages_done"),
                row.getInteger("pages_failed"),
                row.getDouble("mean_confidence"),
                row.getString("detected_language"),
                row.getInteger("revision"),
                row.getString("error_code"),
                row.getString("error_detail"),
                instant(row.getOffsetDateTime("created_at")),
                nullableInstant(row.getOffsetDateTime("started_at")),
                nullableInstant(row.getOffsetDateTime("finished_at")),
                ahead == null ? null : Math.toIntExact(Math.min(ahead, Integer.MAX_VALUE)),
                row.getString("sealed_password"));
    }

    private static Instant instant(OffsetDateTime time) {
        return time.toInstant();
    }

    private static @Nullable Instant nullableInstant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
