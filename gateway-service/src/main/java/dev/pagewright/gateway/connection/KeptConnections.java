package dev.pagewright.gateway.connection;

import dev.pagewright.gateway.http.FrontSettings;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Closes a connection on which, after an answer, no whole head of a further request has come in time. One that is busy
 * with a request has all the time that the request is given.
 */
@ApplicationScoped
class KeptConnections {

    private final Vertx vertx;
    private final FrontSettings settings;
    private final Map<HttpConnection, Long> timers = new ConcurrentHashMap<>();

    KeptConnections(Vertx vertx, FrontSettings settings) {
        this.vertx = vertx;
        this.settings = settings;
    }

    void register(@Observes Router router) {
        router.route().order(Integer.MIN_VALUE).handler(this::begun);
    }

    private void begun(RoutingContext request) {
        if (request.request().version() != HttpVersion.HTTP_2) { // which has several requests on one
            HttpConnection connection = request.request().connection();
            cancel(connection);
            request.addEndHandler(end -> ended(connection));
        }
        request.next();
    }

    private void ended(HttpConnection connection) {
        cancel(connection);
        timers.put(connection, vertx.setTimer(settings.keepAlive().toMillis(), tick -> {
            timers.remove(connection);
            connection.close();
        }));
    }

    private void cancel(HttpConnection connection) {
        Long timer = timers.remove(connection);
        if (timer != null) {
            vertx.cancelTimer(timer);
        }
    }
}
