package dev.pagewright.gateway.relay;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.pagewright.contract.JobJson;
import dev.pagewright.contract.JobRecord;
import dev.pagewright.event.Topics;
import dev.pagewright.event.published.PublicEvent;
import dev.pagewright.gateway.store.Transaction;
import dev.pagewright.gateway.webhook.WebhookOutbox;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/** Tells of a job's changes: in its own event stream, and on the public topic. Part of the caller's transaction. */
@ApplicationScoped
public class JobEvents {

    public enum Kind {
        ACCEPTED(PublicEvent.JOB_ACCEPTED),
        STARTED(PublicEvent.JOB_STARTED),
        PROGRESS(PublicEvent.JOB_PROGRESS),
        DONE(PublicEvent.JOB_DONE),
        FAILED(PublicEvent.JOB_FAILED);

        private final PublicEvent told;

        Kind(PublicEvent told) {
            this.told = told;
        }
    }

    private static final JsonFactory JSON = new JsonFactory();

    /** The job has changed; the caller holds its row. */
    public void changed(Transaction sql, JobRecord job, Kind kind) {
        String json = json(job);
        long id = nextId(sql, job.uuid());
        sql.update(
                "insert into job_event (job_id, id, type, payload, at) values ($1, $2, 'job', $3, now())",
                job.uuid(),
                id,
                json);
        publish(sql, job.uuid(), kind.told, json);
        if (kind == Kind.DONE || kind == Kind.FAILED) {
            WebhookOutbox.append(sql, job.uuid(), kind.told.kind(), json);
        }
    }

    /** A page has its outcome; its event is the page itself. */
    public void pageFinished(Transaction sql, String jobId, int index, boolean read) {
        long id = nextId(sql, jobId);
        sql.update(
                "insert into job_event (job_id, id, type, page_index, at) values ($1, $2, 'page', $3, now())",
                jobId,
                id,
                index);
        sql.update("update page set event_id = $3 where job_id = $1 and index_ = $2", jobId, index, id);
        Outbox.append(
                sql,
                new Outbox.Entry(
                        Topics.PAGE_RESULTS,
                        jobId,
                        (read ? PublicEvent.PAGE_READ : PublicEvent.PAGE_FAILED).kind(),
                        "{\"index\":" + index + "}",
                        null));
    }

    /** The job's rows are about to go. */
    public void deleted(Transaction sql, JobRecord job) {
        publish(
                sql,
                job.uuid(),
                PublicEvent.JOB_DELETED,
                "{\"uuid\":\"%s\",\"account\":\"%s\"}".formatted(job.uuid(), job.accountId()));
    }

    private static void publish(Transaction sql, String jobId, PublicEvent event, String json) {
        Outbox.append(sql, new Outbox.Entry(Topics.JOB_EVENTS, jobId, event.kind(), json, null));
    }

    private static long nextId(Transaction sql, String jobId) {
        return sql.row(
                        "update job set event_sequence = event_sequence + 1 where id = $1 returning event_sequence",
                        jobId)
                .map(row -> row.getLong("event_sequence"))
                .orElseThrow();
    }

    private static String json(JobRecord job) {
        StringWriter out = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(out)) {
            JobJson.write(json, job);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }
}
