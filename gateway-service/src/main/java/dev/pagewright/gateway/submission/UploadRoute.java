package dev.pagewright.gateway.submission;

import dev.pagewright.blob.DirectoryBlobStore;
import dev.pagewright.contract.JobRecord;
import dev.pagewright.error.ErrorCode;
import dev.pagewright.gateway.access.Access;
import dev.pagewright.gateway.access.Caller;
import dev.pagewright.gateway.access.Scope;
import dev.pagewright.gateway.http.Problem;
import dev.pagewright.gateway.http.Problems;
import dev.pagewright.gateway.http.RouteOrder;
import dev.pagewright.gateway.http.RouteProblems;
import dev.pagewright.gateway.http.TraceParent;
import dev.pagewright.gateway.job.JobAnswers;
import dev.pagewright.gateway.plan.Plans;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * {@code POST /api/v1/ocr/} (C01, C02). A route and not a resource, because the body is read as a stream, by whom has
 * been admitted before its first byte. Each request has a virtual thread: it holds one of the {@link UploadSlots} while
 * the body comes, and nothing while the file is looked at and the job waited for.
 */
@ApplicationScoped
class UploadRoute {

    private final Vertx vertx;
    private final Access access;
    private final Plans plans;
    private final DirectoryBlobStore blobs;
    private final UploadSlots slots;
    private final Submitter submitter;
    private final JobAnswers answers;
    private final UploadSettings settings;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    UploadRoute(
            Vertx vertx,
            Access access,
            Plans plans,
            DirectoryBlobStore blobs,
            UploadSlots slots,
            Submitter submitter,
            JobAnswers answers,
            UploadSettings settings) {
        this.vertx = vertx;
        this.access = access;
        this.plans = plans;
        this.blobs = blobs;
        this.slots = slots;
        this.submitter = submitter;
        this.answers = answers;
        this.settings = settings;
    }

    void register(@Observes Router router) {
        router.routeWithRegex(HttpMethod.POST, "/api/v1/ocr/?")
                .order(RouteOrder.OWN)
                .handler(this::admit);
    }

    private void admit(RoutingContext request) {
        request.request().pause();
        Context eventLoop = vertx.getOrCreateContext();
        BodyStream body = new BodyStream(request.request(), task -> eventLoop.runOnContext(v -> task.run()));
        Problem broken = UploadReader.malformed().problem();
        request.addEndHandler(end -> body.fail(broken));
        request.request().exceptionHandler(failure -> {
            body.fail(broken);
            RouteProblems.refuseBeforeClose(request, broken);
        });
        threads.execute(() -> {
            try {
                JobAnswers.Submitted answer = serve(request, eventLoop, body);
                eventLoop.runOnContext(v -> {
                    if (request.response().ended()) { // refused meanwhile: the connection broke
                        answer.discard();
                    } else {
                        answer.send(request);
                    }
                });
            } catch (RuntimeException | Error e) {
                Problem problem = Problems.of(e);
                eventLoop.runOnContext(v -> RouteProblems.refuse(request, problem));
            }
        });
    }

    private JobAnswers.Submitted serve(RoutingContext request, Context eventLoop, BodyStream body) {
        Caller caller = access.require(request.request(), Scope.OCR);
        UploadHead head = UploadHead.of(request.request());
        UploadForm form = received(request, eventLoop, body, caller, head);
        List<UploadForm.Field> query = request.queryParams().entries().stream()
                .map(parameter -> new UploadForm.Field(parameter.getKey(), parameter.getValue()))
                .toList();
        JobRecord job = submitter.submit(
                caller,
                form,
                query,
                new Submitter.Headers(
                        request.request().getHeader("Idempotency-Key"),
                        TraceParent.of(request.request().getHeader("traceparent"))));
        return answers.submitted(job, settings.inlinePages(), settings.inlineWait());
    }

    private UploadForm received(
            RoutingContext request, Context eventLoop, BodyStream body, Caller caller, UploadHead head) {
        long largest = Math.min(settings.largestFile(), plans.of(caller.plan()).bytesPerFile());
        long most = largest + UploadReader.MOST_BESIDE;
        if (head.length() > most && head.encoding() == Encoding.NONE) {
            throw ReceivedFile.tooLarge(largest);
        }
        if (blobs.usableBytes() < settings.freeSpace()) {
            throw new Problem(
                            ErrorCode.OVERLOADED, "The service has no space for files at the moment; try again later.")
                    .asException();
        }
        UploadSlots.Slot slot = slots.take(caller.accountId());
        Pace pace = new Pace(vertx, body, settings, head.length() < 0 ? most : Math.min(most, head.length()));
        try {
            eventLoop.runOnContext(v -> open(request, body, head));
            return new UploadReader(blobs.incoming(), largest).read(head.encoding(), body, most, head.boundary());
        } finally {
            pace.end();
            slot.free();
        }
    }

    private static void open(RoutingContext context, BodyStream body, UploadHead head) {
        body.open();
        if (head.awaitsContinue() && !context.response().ended()) {
            context.response().writeContinue();
        }
    }
}
