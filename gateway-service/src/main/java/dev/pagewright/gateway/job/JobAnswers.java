package dev.pagewright.gateway.job;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import dev.pagewright.contract.JobJson;
import dev.pagewright.contract.JobRecord;
import dev.pagewright.contract.PageJson;
import dev.pagewright.gateway.http.OuterAddress;
import dev.pagewright.gateway.http.ResponseBody;
import dev.pagewright.gateway.store.Jobs;
import dev.pagewright.gateway.updates.JobUpdates;
import dev.pagewright.spool.Spool;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A job as the API shows it. Blocks. */
@ApplicationScoped
public class JobAnswers {

    /** A writer that is closed by a failure must not make the answer look whole. */
    private static final JsonFactory JSON = JsonFactory.builder()
            .disable(StreamWriteFeature.AUTO_CLOSE_CONTENT)
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .build();

    private final Jobs jobs;
    private final PageDocuments documents;
    private final JobUpdates updates;

    JobAnswers(Jobs jobs, PageDocuments documents, JobUpdates updates) {
        this.jobs = jobs;
        this.documents = documents;
        this.updates = updates;
    }

    /** An answer to a submission: 200 with a finished job, 202 with one that is not. */
    public record Submitted(int status, String uuid, Spool body) {

        /** Ends the response, at once or at the pace of the client. */
        public void send(RoutingContext context) {
            var response = context.response().setStatusCode(status).putHeader("Content-Type", "application/json");
            if (status == 202) {
                response.putHeader("Location", OuterAddress.of(context).of("/api/v1/ocr/" + uuid + "/"))
                        .putHeader("Retry-After", "2");
            }
            response.putHeader("Content-Length", Long.toString(body.size()));
            var paced = new ResponseBody(context.vertx().getOrCreateContext(), response);
            Thread.ofVirtual().name("answer-", 0).start(() -> {
                try (paced;
                        body) {
                    paced.write(body);
                } catch (IOException e) {
                    paced.fail();
                }
            });
        }

        /** Frees what the answer takes, where it is not sent. */
        public void discard() {
            try {
                body.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Waits for a job of few pages, and gives it as it stands then. Waiting is a courtesy: the job is durable. */
    public Submitted submitted(JobRecord job, int inlinePages, Duration inlineWait) {
        boolean few = job.pageCount() <= inlinePages;
        JobRecord current = few ? awaited(job, inlineWait) : job;
        Spool body = new Spool();
        try {
            if (few) {
                write(body, current, false, PageJson.Options.DEFAULT);
            } else {
                try (JsonGenerator json = JSON.createGenerator(body)) {
                    JobJson.write(json, current);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        boolean finished = few && finished(current);
        return new Submitted(finished ? 200 : 202, current.uuid(), body);
    }

    private JobRecord awaited(JobRecord job, Duration atMost) {
        long end = System.nanoTime() + atMost.toNanos();
        JobRecord current = job;
        try (JobUpdates.Subscription changes = updates.subscribe(job.uuid())) {
            while (true) {
                current = jobs.find(job.accountId(), job.uuid()).orElse(current);
                long left = end - System.nanoTime();
                if (finished(current) || left <= 0) {
                    return current;
                }
                changes.await(
                        Duration.ofNanos(Math.min(left, Duration.ofSeconds(1).toNanos())));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return current;
        }
    }

    /**
     * Writes the job as a stream.
     *
     * @param partial whether the pages of an unfinished job are shown as far as they are read
     */
    public void write(OutputStream out, JobRecord job, boolean partial, PageJson.Options options) throws IOException {
        boolean shown = finished(job) || partial;
        try (Spool made = new Spool();
                JsonGenerator json = JSON.createGenerator(made);
                PacedPages pages = new PacedPages(documents, shown ? jobs.pages(job) : List.of(), made, out)) {
            if (shown) {
                JobJson.write(json, job, pages, options);
            } else {
                JobJson.write(json, job);
            }
            json.flush();
            pages.send();
        }
    }

    /** One page, made and ready to be sent; empty where it has no outcome yet. */
    public Optional<Spool> page(Jobs.PageRow row, PageJson.Options options) throws IOException {
        Optional<PageDocuments.Held> held = documents.open(row);
        if (held.isEmpty()) {
            return Optional.empty();
        }
        Spool made = new Spool();
        try (PageDocuments.Held page = held.get();
                JsonGenerator json = JSON.createGenerator(made)) {
            PageJson.write(json, page.result(), options);
        }
        return Optional.of(made);
    }

    public static boolean finished(JobRecord job) {
        return job.status().equals("done") || job.status().equals("failed");
    }
}
