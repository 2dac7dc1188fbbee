package dev.pagewright.gateway.queue;

import dev.pagewright.event.EventJson;
import dev.pagewright.event.Original;
import dev.pagewright.event.TaskOptions;
import dev.pagewright.event.WorkerTask;
import dev.pagewright.gateway.relay.Outbox;
import dev.pagewright.gateway.store.Transaction;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes worker tasks into the outbox. */
public final class Tasks {

    private Tasks() {}

    /** Marks the page as released and sends its task. The row has the columns of page and job. */
    static void readPage(Transaction sql, Row row) {
        int attempt = row.getInteger("attempt") + 1;
        String jobId = row.getString("job_id");
        int index = row.getInteger("index_");
        var task = new WorkerTask.ReadPage(
                jobId,
                row.getString("account_id"),
                attempt,
                row.getString("trace_parent"),
                index,
                row.getInteger("number"),
                new Original(
                        row.getString("blob_key"),
                        row.getString("media_type"),
                        row.getLong("file_bytes"),
                        row.getString("sealed_password")),
                new TaskOptions(row.getString("tier"), row.getString("language"), row.getString("ocr")));
        append(sql, Lane.fromColumn(row.getString("lane")), task, task.traceParent());
    }

    static void release(Transaction sql, List<Row> rows, java.time.OffsetDateTime now) {
        List<Tuple> released = new ArrayList<>();
        for (Row row : rows) {
            released.add(Tuple.of(row.getString("job_id"), row.getInteger("index_"), now));
        }
        sql.batch("""
                update page set status = 'released', attempt = attempt + 1, sendings = sendings + 1, released_at = $3, task_partition = null,
                    task_offset = null where job_id = $1 and index_ = $2 and status = 'queued'""", released);
        rows.forEach(row -> readPage(sql, row));
    }

    /**
     * Sends the translation of a job that its document pass has settled; its places are those of the pass before it. What
     * is translated already has no part in it. The translation of a suspended account is held until
     * {@link HeldTranslations} sends it.
     */
    public static void translate(Transaction sql, String jobId, java.time.OffsetDateTime now) {
        Row job = sql.row("""
                        update job set phase = 'translate',
                            assemble_attempt = assemble_attempt + case when a.active then 1 else 0 end,
                            assemble_sent_at = case when a.active then $2::timestamptz end,
                            pass_sendings = case phase when 'translate' then pass_sendings else 0 end
                                + case when a.active then 1 else 0 end,
                            assemble_partition = null, assemble_offset = null
                        from (select id, status = 'active' as active from account) a
                        where job.id = $1 and a.id = job.account_id returning job.*, a.active""", jobId, now).orElseThrow();
        if (job.getBoolean("active")) {
            sendTranslation(sql, jobId, job);
        }
    }

    private static void sendTranslation(Transaction sql, String jobId, Row job) {
        List<@Nullable String> keys = new ArrayList<>();
        for (Row page : sql.rows("""
                select case when translated_from is distinct from document_key then document_key end as document_key
                from page where job_id = $1 order by index_""", jobId)) {
            keys.add(page.getString("document_key"));
        }
        var task = new WorkerTask.Translate(
                jobId,
                job.getString("account_id"),
                job.getInteger("assemble_attempt"),
                job.getString("trace_parent"),
                job.getInteger("revision"),
                job.getString("translate_to"),
                keys);
        append(sql, Lane.VLM, task, task.traceParent()); // a model's pace holds back nobody's pages
    }

    private static void append(Transaction sql, Lane lane, WorkerTask task, @Nullable String traceParent) {
        Outbox.append(
                sql,
                new Outbox.Entry(
                        lane.topic(),
                        task.jobId(),
                        "task",
                        new String(EventJson.write(task), StandardCharsets.UTF_8),
                        traceParent));
    }
}
