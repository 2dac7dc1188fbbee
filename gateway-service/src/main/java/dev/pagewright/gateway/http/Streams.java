package dev.pagewright.gateway.http;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;

/**
 * Bodies that are written as they are made. One that breaks off after its first bytes have gone out ends with its
 * connection, so that no reader takes it for whole; before that it is an ordinary problem.
 */
@ApplicationScoped
public class Streams {

    private static final Logger LOG = Logger.getLogger(Streams.class);
    private static final long PATIENCE_SECONDS = 5;

    private final CurrentVertxRequest current;

    Streams(CurrentVertxRequest current) {
        this.current = current;
    }

    /** To be called while the request is served that the body answers. */
    public StreamingOutput of(StreamingOutput body) {
        RoutingContext request = current.getCurrent();
        return out -> {
            try {
                body.write(out);
            } catch (IOException | RuntimeException e) {
                if (!request.response().headWritten() && !request.response().closed()) {
                    throw e;
                }
                breakOff(request, e);
            }
        };
    }

    private static void breakOff(RoutingContext request, Exception cause) {
        if (request.response().closed()) {
            LOG.debugf("the client left before the end of its answer: %s", cause.getMessage());
            return;
        }
        LOG.warnf(cause, "an answer broke off");
        try {
            // awaited: what follows would otherwise end the answer properly before the connection is gone
            request.request()
                    .connection()
                    .close()
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            LOG.warnf(
                    "a broken answer's connection does not close: %s",
                    e.getClass().getSimpleName());
        }
    }
}
