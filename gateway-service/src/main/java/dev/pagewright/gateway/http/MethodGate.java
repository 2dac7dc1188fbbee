package dev.pagewright.gateway.http;

import dev.pagewright.error.ErrorCode;
import dev.pagewright.error.ProblemType;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Set;
import java.util.TreeSet;

/** Answers for every known address alike which methods it takes, and refuses bodies that none but an upload may have. */
@ApplicationScoped
class MethodGate {

    /** Before every route of our own. */
    private static final int ORDER = RouteOrder.AFTER_CORS;

    private final FrontSettings settings;

    MethodGate(FrontSettings settings) {
        this.settings = settings;
    }

    void register(@Observes Router router) {
        router.route().order(ORDER).handler(this::method);
    }

    private void method(RoutingContext context) {
        HttpServerRequest request = context.request();
        Set<String> methods = methods(context.normalizedPath());
        String method = request.method().name();
        if (methods.isEmpty() || methods.contains(method)) {
            body(context);
        } else if (method.equals("OPTIONS")) {
            context.response()
                    .setStatusCode(204)
                    .putHeader("Allow", allow(methods))
                    .end();
        } else {
            context.response().putHeader("Allow", allow(methods));
            RouteProblems.refuse(
                    context,
                    new Problem(
                            ErrorCode.METHOD_NOT_ALLOWED,
                            "This address does not take this method; see the Allow header."));
        }
    }

    private static Set<String> methods(String path) {
        return path.startsWith("/q/health") || path.startsWith(ProblemType.PATH)
                ? Set.of("GET", "HEAD")
                : ApiRoutes.methods(path);
    }

    private static String allow(Set<String> methods) {
        Set<String> all = new TreeSet<>(methods);
        all.add("OPTIONS");
        return String.join(", ", all);
    }

    /** Uploads are read by a route of their own, which takes large and packed bodies. */
    private void body(RoutingContext context) {
        HttpServerRequest request = context.request();
        boolean upload = request.method().name().equals("POST")
                && context.normalizedPath().matches("/api/v1/ocr/?");
        String encoding = request.getHeader("Content-Encoding");
        String length = request.getHeader("Content-Length");
        if (upload) {
            context.next();
        } else if (encoding != null && !encoding.isBlank() && !encoding.strip().equalsIgnoreCase("identity")) {
            RouteProblems.refuse(
                    context,
                    new Problem(
                            ErrorCode.UNSUPPORTED_MEDIA_TYPE,
                            "The Content-Encoding \"%s\" is not read at this address; send the body without one."
                                    .formatted(Problem.quoted(encoding))));
        } else if (length != null && length.matches("[0-9]+") && tooLong(length)) {
            RouteProblems.refuse(
                    context,
                    new Problem(
                            ErrorCode.INVALID_PARAMETER,
                            "The body is larger than the %d bytes that this address takes."
                                    .formatted(settings.largestBody())));
        } else {
            context.next();
        }
    }

    private boolean tooLong(String length) {
        return length.length() > 18 || Long.parseLong(length) > settings.largestBody();
    }
}
