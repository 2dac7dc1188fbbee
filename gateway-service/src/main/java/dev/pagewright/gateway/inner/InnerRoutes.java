package dev.pagewright.gateway.inner;

import dev.pagewright.blob.BlobKeys;
import dev.pagewright.blob.BlobStore;
import dev.pagewright.contract.JobRecord;
import dev.pagewright.contract.JobRecordCodec;
import dev.pagewright.gateway.http.Ids;
import dev.pagewright.gateway.http.ResponseBody;
import dev.pagewright.gateway.job.PageDocuments;
import dev.pagewright.gateway.store.Jobs;
import dev.pagewright.gateway.store.Originals;
import dev.pagewright.spool.Spool;
import io.quarkus.vertx.http.ManagementInterface;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * What the other services may ask, on the inner port, with the service token: a job's record, its pages, its original,
 * and a place for cached exports. See {@code docs/design/0001-shape.md}.
 */
@ApplicationScoped
class InnerRoutes {

    private static final Logger LOG = Logger.getLogger(InnerRoutes.class);
    private static final String JOB = "/inner/v1/jobs/:id";
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]{0,150}");

    private final Vertx vertx;
    private final Jobs jobs;
    private final Originals originals;
    private final PageDocuments documents;
    private final BlobStore blobs;
    private final byte[] token;
    private final ExecutorService blocking = Executors.newVirtualThreadPerTaskExecutor();

    InnerRoutes(
            Vertx vertx,
            Jobs jobs,
            Originals originals,
            PageDocuments documents,
            BlobStore blobs,
            @ConfigProperty(name = "pagewright.service-token") String token) {
        this.vertx = vertx;
        this.jobs = jobs;
        this.originals = originals;
        this.documents = documents;
        this.blobs = blobs;
        this.token = ("Bearer " + token).getBytes(StandardCharsets.UTF_8);
    }

    void register(@Observes ManagementInterface inner) {
        Router router = inner.router();
        router.route("/inner/*").handler(this::admit);
        router.get(JOB).handler(context -> work(context, this::job));
        router.get(JOB + "/pages").handler(context -> work(context, this::pages));
        router.get(JOB + "/pages/:index").handler(context -> work(context, this::page));
        router.get(JOB + "/original").handler(context -> work(context, this::original));
        router.get(JOB + "/exports/:name").handler(context -> work(context, this::cached));
        router.put(JOB + "/exports/:name").handler(context -> work(context, this::cache));
    }

    private void admit(RoutingContext context) {
        String sent = context.request().getHeader("Authorization");
        if (sent != null && MessageDigest.isEqual(token, sent.getBytes(StandardCharsets.UTF_8))) {
            context.next();
        } else {
            context.response().setStatusCode(401).end();
        }
    }

    private interface Work {
        void run(RoutingContext context, JobRecord job, ResponseBody body) throws IOException;
    }

    private void work(RoutingContext context, Work work) {
        ResponseBody body = new ResponseBody(vertx.getOrCreateContext(), context.response());
        String id = context.pathParam("id");
        blocking.execute(() -> {
            try (body) {
                Optional<JobRecord> job = find(id);
                if (job.isEmpty()) {
                    body.status(404);
                } else {
                    work.run(context, job.get(), body);
                }
            } catch (IOException | RuntimeException e) {
                LOG.warnf(e, "an inner request for job %s failed", id);
                body.fail();
            }
        });
    }

    private Optional<JobRecord> find(String id) {
        return Ids.wellFormed(id) ? jobs.findForService(id) : Optional.empty();
    }

    private void job(RoutingContext context, JobRecord job, ResponseBody body) throws IOException {
        body.type("application/json");
        body.write(JobRecordCodec.write(job));
    }

    private void pages(RoutingContext context, JobRecord job, ResponseBody body) throws IOException {
        body.type("application/x-ndjson");
        for (Jobs.PageRow row : jobs.pages(job)) {
            line(row, body);
        }
    }

    private void page(RoutingContext context, JobRecord job, ResponseBody body) throws IOException {
        String index = context.pathParam("index");
        Optional<Jobs.PageRow> row =
                index.matches("[0-9]{1,6}") ? jobs.page(job, Integer.parseInt(index)) : Optional.empty();
        if (row.isEmpty()) {
            body.status(404);
        } else {
            body.type("application/x-ndjson");
            line(row.get(), body);
        }
    }

    private void line(Jobs.PageRow row, ResponseBody body) throws IOException {
        try (Spool line = new Spool()) { // whole before its first byte is sent: a damaged page breaks off between lines
            documents.line(row, line);
            body.write(line);
        }
    }

    private void original(RoutingContext context, JobRecord job, ResponseBody body) throws IOException {
        Optional<String> key = originals.keyOf(job);
        copy(job.mediaType(), key.orElse(null), body);
    }

    private void cached(RoutingContext context, JobRecord job, ResponseBody body) throws IOException {
        copy(
                "application/octet-stream",
                exportKey(job, context.pathParam("name")).orElse(null),
                body);
    }

    private void copy(String type, @Nullable String key, ResponseBody body) throws IOException {
        Optional<InputStream> blob = key == null ? Optional.empty() : blobs.open(key);
        if (blob.isEmpty()) {
            body.status(404);
            return;
        }
        try (InputStream stream = blob.get()) {
            body.type(type);
            body.write(stream);
        }
    }

    /**
     * The management interface has read the body already, up to its limit; an export that is larger is refused there
     * and made anew each time.
     */
    private void cache(RoutingContext context, JobRecord job, ResponseBody body) throws IOException {
        Optional<String> key = exportKey(job, context.pathParam("name"));
        if (key.isEmpty()) {
            body.status(404);
            return;
        }
        blobs.put(key.get(), context.body().buffer().getBytes());
        body.status(204);
    }

    private static Optional<String> exportKey(JobRecord job, String name) {
        return NAME.matcher(name).matches()
                ? Optional.of(BlobKeys.export(job.accountId(), job.uuid(), name))
                : Optional.empty();
    }
}
