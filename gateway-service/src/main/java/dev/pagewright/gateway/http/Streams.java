package dev.pagewright.gateway.http;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.util.OptionalLong;
import org.jboss.logging.Logger;

/**
 * Bodies that are written as they are made, at the pace of their clients. One that breaks off after its first bytes have
 * gone out, or whose client takes nothing of it for too long, ends with its connection, so that no reader takes it for
 * whole; before that it is an ordinary problem.
 */
@ApplicationScoped
public class Streams {

    private static final Logger LOG = Logger.getLogger(Streams.class);

    /** Writes a whole body; an {@link IOException} of the stream tells that nobody reads it any more. */
    @FunctionalInterface
    public interface Body {
        void write(ClientStream out) throws IOException;
    }

    private final CurrentVertxRequest current;
    private final AnswerSettings settings;

    Streams(CurrentVertxRequest current, AnswerSettings settings) {
        this.current = current;
        this.settings = settings;
    }

    /** To be called while the request is served that the body answers. */
    public StreamingOutput of(Body body) {
        return of(body, OptionalLong.empty());
    }

    /** @param length of the body in bytes, where it is known before */
    public StreamingOutput of(Body body, OptionalLong length) {
        RoutingContext request = current.getCurrent();
        return ignored -> {
            var out = new ClientStream(request, settings.patience(), length);
            try {
                body.write(out);
                out.finish();
            } catch (IOException | RuntimeException | Error e) {
                if (!out.begun()) {
                    throw e;
                }
                breakOff(out, e);
            }
        };
    }

    /**
     * Has something done when the client leaves before its answer has ended. To be called while the request is served.
     *
     * @param done short: it runs on the thread that serves the connection; twice does no harm
     */
    public void whenGone(Runnable done) {
        RoutingContext request = current.getCurrent();
        request.addEndHandler(end -> {
            if (end.failed()) {
                done.run();
            }
        });
        if (request.response().closed()) { // before anybody could tell
            done.run();
        }
    }

    private static void breakOff(ClientStream out, Throwable cause) throws IOException {
        if (out.gone()) {
            LOG.debugf("the client left before the end of its answer: %s", cause.getMessage());
            return;
        }
        LOG.warnf("an answer broke off: %s", cause);
        LOG.debugf(cause, "an answer broke off");
        out.breakOff();
    }
}
