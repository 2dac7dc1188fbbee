package dev.pagewright.gateway.job;

import dev.pagewright.contract.JobRecord;
import dev.pagewright.contract.PageJson;
import dev.pagewright.error.ErrorCode;
import dev.pagewright.gateway.access.Caller;
import dev.pagewright.gateway.access.CurrentCaller;
import dev.pagewright.gateway.access.Scope;
import dev.pagewright.gateway.http.ProblemException;
import dev.pagewright.gateway.http.Streams;
import dev.pagewright.gateway.store.Jobs;
import dev.pagewright.gateway.updates.JobUpdates;
import dev.pagewright.spool.Spool;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A job's events as they happen ({@code text/event-stream}): each page as it finishes, the job at each change. Ids
 * count up and are the same on every replica, so that {@code Last-Event-ID} resumes anywhere.
 */
@Path("/api/v1/ocr/{uuid}/events")
@RunOnVirtualThread
public class EventResource {

    private static final Duration HEARTBEAT = Duration.ofSeconds(15);
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final int BATCH = 100;
    private static final byte[] END = "\n\n".getBytes(StandardCharsets.US_ASCII);

    private final CurrentCaller current;
    private final OwnJobs own;
    private final Jobs jobs;
    private final JobAnswers answers;
    private final JobUpdates updates;
    private final Streams streams;

    EventResource(
            CurrentCaller current, OwnJobs own, Jobs jobs, JobAnswers answers, JobUpdates updates, Streams streams) {
        this.current = current;
        this.own = own;
        this.jobs = jobs;
        this.answers = answers;
        this.updates = updates;
        this.streams = streams;
    }

    @GET
    public Response events(
            @org.jboss.resteasy.reactive.RestPath String uuid,
            @HeaderParam("Last-Event-ID") @Nullable String lastEventId) {
        Caller caller = current.require(Scope.READ);
        own.require(caller, uuid);
        long after = after(lastEventId);
        StreamingOutput stream = streams.of(out -> follow(out, caller.accountId(), uuid, after));
        return Response.ok(stream)
                .header("Content-Type", "text/event-stream")
                .header("Cache-Control", "no-store")
                .header("X-Accel-Buffering", "no")
                .build();
    }

    private static long after(@Nullable String lastEventId) {
        if (lastEventId == null || lastEventId.isBlank()) {
            return 0;
        }
        if (!lastEventId.matches("[0-9]{1,18}")) {
            throw new ProblemException(
                    ErrorCode.INVALID_PARAMETER, "The header Last-Event-ID takes the id of an event of this stream.");
        }
        return Long.parseLong(lastEventId);
    }

    private void follow(OutputStream out, String accountId, String uuid, long start) throws IOException {
        long last = start;
        long written = System.nanoTime();
        try (JobUpdates.Subscription changes = updates.subscribe(uuid)) {
            while (true) {
                Optional<JobRecord> job = jobs.find(accountId, uuid); // before the events: none is missed after its end
                if (job.isEmpty()) {
                    return;
                }
                List<Jobs.EventRow> events = jobs.events(job.get(), last, BATCH);
                for (Jobs.EventRow event : events) {
                    write(out, job.get(), event);
                    last = event.id();
                }
                if (!events.isEmpty()) {
                    out.flush();
                    written = System.nanoTime();
                } else if (JobAnswers.finished(job.get())) {
                    return;
                } else if (System.nanoTime() - written >= HEARTBEAT.toNanos()) {
                    out.write(": still here\n\n".getBytes(StandardCharsets.UTF_8));
                    out.flush();
                    written = System.nanoTime();
                } else {
                    changes.await(LOOK);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void write(OutputStream out, JobRecord job, Jobs.EventRow event) throws IOException {
        if (event.pageIndex() == null) {
            if (event.payload() != null) {
                head(out, event);
                out.write(event.payload().getBytes(StandardCharsets.UTF_8));
                out.write(END);
            }
            return;
        }
        Optional<Jobs.PageRow> row = jobs.page(job, event.pageIndex());
        Optional<Spool> page = row.isEmpty() ? Optional.empty() : answers.page(row.get(), PageJson.Options.DEFAULT);
        if (page.isPresent()) { // a page that is being read again has an event of its own to come
            try (Spool made = page.get()) {
                head(out, event);
                made.copyTo(out);
                out.write(END);
            }
        }
    }

    private static void head(OutputStream out, Jobs.EventRow event) throws IOException {
        out.write(
                "id: %d\nevent: %s\ndata: ".formatted(event.id(), event.type()).getBytes(StandardCharsets.UTF_8));
    }
}
