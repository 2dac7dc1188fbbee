package dev.pagewright.gateway.relay;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.pagewright.contract.JobJson;
import dev.pagewright.contract.JobRecord;
import dev.pagewright.event.Cancellation;
import dev.pagewright.event.EventJson;
import dev.pagewright.event.Topics;
import dev.pagewright.event.WorkerTask;
import dev.pagewright.event.published.PublicEvent;
import dev.pagewright.gateway.job.Job;
import dev.pagewright.gateway.job.JobEvent;
import dev.pagewright.gateway.job.Page;
import dev.pagewright.gateway.job.PageKey;
import dev.pagewright.gateway.job.PageStatus;
import dev.pagewright.gateway.queue.Lane;
import dev.pagewright.gateway.webhook.WebhookMessage;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * What a transaction tells of jobs: in their event streams, on topics, by webhooks. Collected while objects change and
 * written at the end, all of it in three statements. Whoever tells of a job holds its row. Not thread-safe.
 */
public final class Announcements {

    private static final JsonFactory JSON = new JsonFactory();

    private final Instant now;
    private final List<Object> rows = new ArrayList<>();
    private final List<Outbox.Entry> entries = new ArrayList<>();

    public Announcements(Instant now) {
        this.now = now;
    }

    public void changed(Job job, JobEvents.Kind kind) {
        String json = json(job.record());
        rows.add(JobEvent.of(job, json, now));
        entries.add(new Outbox.Entry(Topics.JOB_EVENTS, job.id(), kind.told().kind(), json, null));
        if (kind.last()) {
            WebhookMessage.of(job, kind.told().kind(), json, now).ifPresent(rows::add);
        }
    }

    /** A page has its outcome. */
    public void pageFinished(Job job, Page page) {
        rows.add(JobEvent.of(job, page, now));
        PublicEvent event = page.status() == PageStatus.DONE ? PublicEvent.PAGE_READ : PublicEvent.PAGE_FAILED;
        entries.add(new Outbox.Entry(
                Topics.PAGE_RESULTS, job.id(), event.kind(), "{\"index\":" + page.index() + "}", null));
    }

    /** @param charged thousandths of a credit; 0 where the plan counts pages alone */
    public void used(Job job, Page page, long charged) {
        entries.add(UsageEvents.entry(
                job.accountId(), job.id(), page.index(), job.tier().wireName(), page.engine(), charged));
    }

    /** @param charged by page; nothing for one that was charged before */
    public void used(Job job, Collection<Page> pages, Map<PageKey, Long> charged) {
        for (Page page : pages) {
            Long price = charged.get(page.key());
            if (price != null) {
                used(job, page, price);
            }
        }
    }

    /** No worker need go on with the job. */
    public void cancelled(Job job) {
        String payload = new String(EventJson.write(new Cancellation(job.id())), StandardCharsets.UTF_8);
        entries.add(new Outbox.Entry(Topics.CANCELLATIONS, job.id(), "cancellation", payload, null));
    }

    /** The job's rows are about to go. */
    public void deleted(Job job) {
        entries.add(new Outbox.Entry(
                Topics.JOB_EVENTS,
                job.id(),
                PublicEvent.JOB_DELETED.kind(),
                "{\"uuid\":\"%s\",\"account\":\"%s\"}".formatted(job.id(), job.accountId()),
                null));
    }

    /** Tasks and pages of a job that were not sent yet are not sent any more. */
    public static Uni<Void> withdraw(String jobId) {
        return Panache.getSession().chain(session -> session.createNamedQuery(OutboxRow.WITHDRAW)
                .setParameter("job", jobId)
                .setParameter("pages", Topics.PAGE_RESULTS)
                .executeUpdate()
                .replaceWithVoid());
    }

    public void task(Lane lane, WorkerTask task) {
        String payload = new String(EventJson.write(task), StandardCharsets.UTF_8);
        entries.add(new Outbox.Entry(lane.topic(), task.jobId(), "task", payload, task.traceParent()));
    }

    /** As part of the transaction that is open on this context. */
    public Uni<Void> write() {
        return Panache.getSession().chain(session -> session.persistAll(rows.toArray())
                .chain(() -> entries.isEmpty() ? Uni.createFrom().voidItem() : append(session)));
    }

    private Uni<Void> append(Mutiny.Session session) {
        return session.createNamedQuery(OutboxRow.APPEND)
                .setParameter("now", now)
                .setParameter(
                        "shards", entries.stream().map(Outbox.Entry::shard).toArray(Short[]::new))
                .setParameter("topics", texts(Outbox.Entry::topic))
                .setParameter("keys", texts(Outbox.Entry::key))
                .setParameter("types", texts(Outbox.Entry::type))
                .setParameter("payloads", texts(Outbox.Entry::payload))
                .setParameter("traces", texts(Outbox.Entry::traceParent))
                .executeUpdate()
                .replaceWithVoid();
    }

    private String[] texts(Function<Outbox.Entry, String> column) {
        return entries.stream().map(column).toArray(String[]::new);
    }

    static String json(JobRecord job) {
        StringWriter out = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(out)) {
            JobJson.write(json, job);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }
}
