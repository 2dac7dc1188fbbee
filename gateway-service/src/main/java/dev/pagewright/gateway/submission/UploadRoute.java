package dev.pagewright.gateway.submission;

import dev.pagewright.blob.DirectoryBlobStore;
import dev.pagewright.contract.JobRecord;
import dev.pagewright.error.ErrorCode;
import dev.pagewright.gateway.access.Access;
import dev.pagewright.gateway.access.Caller;
import dev.pagewright.gateway.access.Scope;
import dev.pagewright.gateway.http.Problem;
import dev.pagewright.gateway.http.Problems;
import dev.pagewright.gateway.http.RouteProblems;
import dev.pagewright.gateway.job.JobAnswers;
import dev.pagewright.gateway.plan.Plans;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * {@code POST /api/v1/ocr/} (C01, C02). A route and not a resource, because the body is read as a stream, by whom has
 * been admitted before its first byte.
 */
@ApplicationScoped
class UploadRoute {

    private final Vertx vertx;
    private final Access access;
    private final Plans plans;
    private final DirectoryBlobStore blobs;
    private final Submitter submitter;
    private final JobAnswers answers;
    private final UploadSettings settings;
    private final ExecutorService blocking = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicInteger receiving = new AtomicInteger();

    UploadRoute(
            Vertx vertx,
            Access access,
            Plans plans,
            DirectoryBlobStore blobs,
            Submitter submitter,
            JobAnswers answers,
            UploadSettings settings) {
        this.vertx = vertx;
        this.access = access;
        this.plans = plans;
        this.blobs = blobs;
        this.submitter = submitter;
        this.answers = answers;
        this.settings = settings;
    }

    void register(@Observes Router router) {
        router.routeWithRegex(HttpMethod.POST, "/api/v1/ocr/?").order(-1000).handler(this::admit);
    }

    private void admit(RoutingContext context) {
        HttpServerRequest request = context.request();
        request.pause();
        onWorker(
                context,
                () -> {
                    Caller caller = access.require(request, Scope.OCR);
                    requireForm(request);
                    requireRoom();
                    return caller;
                },
                caller -> receive(context, caller));
    }

    /** A request with no body, or with a form that cannot hold files, lacks the file (C09); other bodies are no forms. */
    private static void requireForm(HttpServerRequest request) {
        String type = Objects.requireNonNullElse(request.getHeader("Content-Type"), "")
                .toLowerCase(Locale.ROOT);
        if (type.isEmpty() || type.startsWith("application/x-www-form-urlencoded")) {
            throw UploadReceiver.missingFile().asException();
        }
        if (!type.startsWith("multipart/form-data")) {
            throw new Problem(
                            ErrorCode.UNSUPPORTED_MEDIA_TYPE,
                            "Send the file as multipart/form-data, in the field \"file\"; with curl: -F file=@NAME.")
                    .asException();
        }
    }

    private void requireRoom() {
        if (blobs.usableBytes() < settings.freeSpace()) {
            throw new Problem(
                            ErrorCode.OVERLOADED, "The service has no space for files at the moment; try again later.")
                    .asException();
        }
        if (receiving.incrementAndGet() > settings.concurrent()) {
            receiving.decrementAndGet();
            throw new Problem(ErrorCode.OVERLOADED, "Too many uploads at once; try again in a moment.").asException();
        }
    }

    private void receive(RoutingContext context, Caller caller) {
        HttpServerRequest request = context.request();
        if (context.response().closed()) { // the client has gone meanwhile: no handler would hear of an end
            receiving.decrementAndGet();
            return;
        }
        context.addEndHandler(end -> receiving.decrementAndGet());
        long largest = Math.min(settings.largestFile(), plans.of(caller.plan()).bytesPerFile());
        UploadReceiver[] receiver = new UploadReceiver[1];
        receiver[0] = new UploadReceiver(
                vertx,
                request,
                blobs.incoming(),
                largest,
                (file, fields) -> submit(context, caller, file, fields),
                problem -> refuse(context, problem));
        watch(context, receiver[0]);
        receiver[0].start();
    }

    /** Gives up a body of which nothing has come for a while. */
    private void watch(RoutingContext context, UploadReceiver receiver) {
        long[] seen = {-1};
        long timer = vertx.setPeriodic(settings.stalled().toMillis(), tick -> {
            if (!receiver.ended() && receiver.bytes() == seen[0]) {
                receiver.refuse(new Problem(ErrorCode.INVALID_PARAMETER, "The upload stalled; send it again."));
            }
            seen[0] = receiver.bytes();
        });
        context.addEndHandler(end -> vertx.cancelTimer(timer));
    }

    private void submit(RoutingContext context, Caller caller, ReceivedFile file, Map<String, String> fields) {
        HttpServerRequest request = context.request();
        onWorker(
                context,
                () -> {
                    JobRecord job = submitter.submit(
                            caller,
                            file,
                            fields,
                            new Submitter.Headers(
                                    request.getHeader("Idempotency-Key"), request.getHeader("traceparent")));
                    return answers.submitted(job, settings.inlinePages(), settings.inlineWait());
                },
                answer -> answer.send(context));
    }

    /** The client may still be sending: it is read on for a moment, so that it sees the answer. */
    private void refuse(RoutingContext context, Problem problem) {
        HttpServerRequest request = context.request();
        if (context.response().ended()) {
            return;
        }
        if (!request.isEnded()) {
            request.resume();
            context.response().putHeader("Connection", "close");
            long timer = vertx.setTimer(
                    settings.drain().toMillis(), tick -> request.connection().close());
            request.connection().closeHandler(closed -> vertx.cancelTimer(timer));
        }
        RouteProblems.end(context, problem);
    }

    private <T> void onWorker(
            RoutingContext context, java.util.concurrent.Callable<T> work, java.util.function.Consumer<T> then) {
        var eventLoop = vertx.getOrCreateContext();
        blocking.execute(() -> {
            try {
                T result = work.call();
                eventLoop.runOnContext(v -> then.accept(result));
            } catch (Exception e) {
                Problem problem = Problems.of(e);
                eventLoop.runOnContext(v -> refuse(context, problem));
            }
        });
    }
}
