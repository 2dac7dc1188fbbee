package dev.pagewright.gateway.http;

import dev.pagewright.error.ErrorCode;
import jakarta.ws.rs.NotAcceptableException;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.WebApplicationException;
import java.util.UUID;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;

/** Any failure as a problem: the one place where exceptions become answers. */
public final class Problems {

    private static final Logger LOG = Logger.getLogger(Problems.class);

    private Problems() {}

    public static Problem of(Throwable failure) {
        return switch (failure) {
            case ProblemException known -> known.problem();
            case NotFoundException e ->
                new Problem(
                        ErrorCode.NOT_FOUND,
                        "There is nothing at this address; the API is described at /api/v1/openapi.json.");
            case NotAllowedException e ->
                new Problem(
                        ErrorCode.METHOD_NOT_ALLOWED, "This address does not take this method; see the Allow header.");
            case NotAcceptableException e ->
                new Problem(
                        ErrorCode.NOT_ACCEPTABLE,
                        "None of the types in the Accept header can be given; ask for application/json.");
            case NotSupportedException e ->
                new Problem(
                        ErrorCode.UNSUPPORTED_MEDIA_TYPE,
                        "The body's Content-Type is not one that this address takes.");
            case WebApplicationException e
            when e.getResponse().getStatus() < 500 ->
                new Problem(
                        ErrorCode.INVALID_PARAMETER,
                        "The request cannot be understood; check its address, headers and body.");
            case io.smallrye.mutiny.TimeoutException e -> away(e);
            case io.vertx.core.impl.NoStackTraceTimeoutException e -> away(e);
            case TimeoutException e -> away(e);
            case java.net.ConnectException e -> away(e);
            case java.net.UnknownHostException e -> away(e);
            default -> unknown(failure);
        };
    }

    private static Problem away(Throwable failure) {
        LOG.warnf(failure, "a part of the service does not answer");
        return new Problem(
                ErrorCode.DEPENDENCY_UNAVAILABLE, "A part of the service is away for a moment; try again shortly.");
    }

    private static Problem unknown(Throwable failure) {
        Throwable cause = failure.getCause();
        if (cause != null && failure instanceof java.util.concurrent.CompletionException) {
            return of(cause);
        }
        if (cause instanceof java.net.ConnectException || cause instanceof TimeoutException) {
            return away(failure);
        }
        String id = UUID.randomUUID().toString();
        LOG.errorf(failure, "internal error %s", id);
        return new Problem(
                ErrorCode.INTERNAL_ERROR,
                "Something went wrong on our side; quote " + id + " when you report it.",
                java.util.Map.of("id", id));
    }
}
