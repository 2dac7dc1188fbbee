package dev.pagewright.gateway.http;

import dev.pagewright.error.ErrorCode;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;

/**
 * What every request passes first: the headers that every answer has, and what is refused whatever the address is for.
 */
@ApplicationScoped
class Front {

    /** Before Quarkus's handler of other origins, which ends some answers itself. */
    private static final int BEFORE_ALL = Integer.MIN_VALUE;

    /** Before everything but Quarkus's own handlers, which look at no address. */
    private static final int FIRST = Integer.MIN_VALUE + 2;

    private final FrontSettings settings;

    Front(FrontSettings settings) {
        this.settings = settings;
    }

    void register(@Observes Router router) {
        router.route().order(BEFORE_ALL).handler(Front::prepare);
        router.route().order(FIRST).handler(this::admit);
    }

    private static void prepare(RoutingContext context) {
        context.addHeadersEndHandler(v -> headers(context.response().headers()));
        context.next();
    }

    private void admit(RoutingContext context) {
        if (settings.trustForwarded()) {
            OuterAddress.note(context);
        }
        HttpServerRequest request = context.request();
        if (request.uri().length() > settings.longestAddress()) {
            refuse(
                    context,
                    414,
                    "The address is longer than the %d characters that are read.".formatted(settings.longestAddress()));
        } else if (octets(request.headers()) > settings.largestHead()) {
            refuse(
                    context,
                    431,
                    "The header fields are more than the %d octets that are read.".formatted(settings.largestHead()));
        } else if (!wellFormed(request.uri())) {
            RouteProblems.refuse(
                    context,
                    new Problem(
                            ErrorCode.INVALID_PARAMETER,
                            "The address is malformed: a percent sign is followed by two hex digits of UTF-8, and"
                                    + " other signs are encoded so."));
        } else {
            context.next();
        }
    }

    private static void refuse(RoutingContext context, int status, String detail) {
        RouteProblems.refuse(context, new Problem(ErrorCode.INVALID_PARAMETER, detail).withStatus(status));
    }

    private static boolean wellFormed(String address) {
        try {
            new URI(address);
        } catch (URISyntaxException e) {
            return false;
        }
        return Percent.decode(address, StandardCharsets.UTF_8).isPresent();
    }

    private static long octets(MultiMap headers) {
        long octets = 0;
        for (var header : headers) {
            octets += header.getKey().length() + header.getValue().length() + 4;
        }
        return octets;
    }

    /** Nothing is stored on the way but what is said to be; an answer with an ETag may be kept by its reader alone. */
    private static void headers(MultiMap headers) {
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Referrer-Policy", "no-referrer");
        if (!headers.contains("Cache-Control")) {
            headers.set("Cache-Control", headers.contains("ETag") ? "private, no-cache" : "no-store");
        }
    }
}
