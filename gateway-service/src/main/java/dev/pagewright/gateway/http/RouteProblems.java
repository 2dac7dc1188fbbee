package dev.pagewright.gateway.http;

import dev.pagewright.error.ErrorCode;
import dev.pagewright.gateway.openapi.ApiRoutes;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Problems of requests that reach no resource: malformed addresses, bodies too large, routes of our own. */
@ApplicationScoped
public class RouteProblems {

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
                new Problem(ErrorCode.INVALID_PARAMETER, "The request's address or headers are malformed or too long.");
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
        response.end(problem.json());
    }
}
