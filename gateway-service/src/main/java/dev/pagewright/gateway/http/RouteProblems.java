package dev.pagewright.gateway.http;

import dev.pagewright.error.ErrorCode;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Problems of requests that reach no resource: malformed addresses, bodies too large, routes of our own. */
@ApplicationScoped
public class RouteProblems {

    /** What a client that was refused has still to send is read for so long. */
    private static final long DRAIN_MILLIS = 5_000;

    void register(@Observes Router router) {
        router.route().order(Integer.MIN_VALUE + 1).failureHandler(RouteProblems::failed);
        for (int status : new int[] {400, 404, 405, 413, 414, 415, 431, 500}) {
            router.errorHandler(status, RouteProblems::failed);
        }
    }

    private static void failed(RoutingContext context) {
        if (context.response().ended()) {
            return;
        }
        if (context.response().headWritten()) {
            context.request().connection().close();
            return;
        }
        if (context.statusCode() == 405) {
            context.response().putHeader("Allow", String.join(", ", ApiRoutes.methods(context.normalizedPath())));
        }
        end(context, problem(context));
    }

    private static Problem problem(RoutingContext context) {
        return switch (context.statusCode()) {
            case 400, 414, 431 ->
                new Problem(ErrorCode.INVALID_PARAMETER, "The request's address or headers are malformed or too long.")
                        .withStatus(context.statusCode());
            case 404 ->
                new Problem(
                        ErrorCode.NOT_FOUND,
                        "There is nothing at this address; the API is described at /api/v1/openapi.json.");
            case 405 -> new Problem(ErrorCode.METHOD_NOT_ALLOWED, "This address does not take this method.");
            case 413 -> new Problem(ErrorCode.FILE_TOO_LARGE, "The body is larger than this service takes.");
            case 415 ->
                new Problem(
                        ErrorCode.UNSUPPORTED_MEDIA_TYPE,
                        "The body's Content-Type is not one that this address takes.");
            default ->
                Problems.of(
                        context.failure() == null
                                ? new IllegalStateException("failed with " + context.statusCode())
                                : context.failure());
        };
    }

    /** Answers with the problem and ends the request. */
    public static void end(RoutingContext context, Problem problem) {
        HttpServerResponse response = context.response();
        response.setStatusCode(problem.status());
        response.putHeader("Content-Type", Problem.MEDIA_TYPE);
        problem.headers().forEach(response::putHeader);
        response.end(problem.json(OuterAddress.prefix(context)));
    }

    /**
     * Answers with the problem while the client may still be sending: it is read on for a moment, so that it sees the
     * answer, then cut off. Does nothing where the answer has begun.
     */
    public static void refuse(RoutingContext context, Problem problem) {
        HttpServerRequest request = context.request();
        if (context.response().ended()
                || context.response().headWritten()
                || context.response().closed()) {
            return;
        }
        if (!mayBeSending(request)) {
            end(context, problem);
            return;
        }
        request.pause();
        request.handler(rest -> {});
        long timer = context.vertx()
                .setTimer(DRAIN_MILLIS, tick -> request.connection().close());
        request.endHandler(end -> {
            context.vertx().cancelTimer(timer);
            request.connection().close();
        });
        context.response().putHeader("Connection", "close");
        end(context, problem);
        request.resume(); // after the answer is on its way, which the end of the body would overtake
    }

    /**
     * Answers with the problem on a connection that is closed next, because what came on it is not HTTP. To be called
     * out of the request's exception handler, on its event loop.
     */
    public static void refuseBeforeClose(RoutingContext context, Problem problem) {
        refuse(context, problem);
        if (context.request().connection() instanceof ConnectionBase connection) {
            connection.flush(); // which Vert.x puts off until it has read on, and never comes to
        }
    }

    private static boolean mayBeSending(HttpServerRequest request) {
        String length = request.getHeader("Content-Length");
        return !request.isEnded()
                && (request.getHeader("Transfer-Encoding") != null || (length != null && !length.equals("0")));
    }
}
