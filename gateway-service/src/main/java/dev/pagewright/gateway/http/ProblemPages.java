package dev.pagewright.gateway.http;

import dev.pagewright.error.ErrorCode;
import dev.pagewright.error.ProblemType;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * {@code GET /problems/} and {@code /problems/CODE}: what the codes of problems and pages mean and what to do, for
 * people. HTML, or plain text for who prefers it; needs no token.
 */
@ApplicationScoped
class ProblemPages {

    private static final String HTML = "text/html";
    private static final String PLAIN = "text/plain";

    private final Map<String, ProblemText> texts = ProblemText.all();

    void register(@Observes Router router) {
        router.routeWithRegex(ProblemType.PATH + "?").order(RouteOrder.OWN).handler(this::list);
        router.routeWithRegex(ProblemType.PATH + "(?<code>[^/]+)/?")
                .order(RouteOrder.OWN)
                .handler(this::page);
    }

    private void page(RoutingContext context) {
        ProblemText text = texts.get(context.pathParam("code"));
        if (text == null) {
            RouteProblems.end(
                    context,
                    new Problem(
                            ErrorCode.NOT_FOUND, "There is no problem of this code; /problems/ lists those that are."));
        } else {
            answer(context, text.title(), text.html(), text.plain());
        }
    }

    private void list(RoutingContext context) {
        String base = OuterAddress.prefix(context) + ProblemType.PATH;
        String html = texts.values().stream()
                .map(text -> "<li><a href=\"%s%s\">%s</a> %s</li>"
                        .formatted(base, text.code(), text.code(), ProblemText.escaped(text.meaning())))
                .collect(Collectors.joining("\n", "<ul>\n", "\n</ul>\n"));
        String plain = texts.values().stream().map(ProblemText::plain).collect(Collectors.joining("\n"));
        answer(context, "What can go wrong", html, plain);
    }

    /** Plain text where {@code Accept} names it and no HTML; browsers name HTML. */
    private static void answer(RoutingContext context, String title, String html, String plain) {
        String accept = Objects.requireNonNullElse(context.request().getHeader("Accept"), "*/*");
        boolean asPlain = accept.contains(PLAIN) && !accept.contains(HTML);
        context.response()
                .putHeader("Content-Type", (asPlain ? PLAIN : HTML) + "; charset=utf-8")
                .putHeader("Cache-Control", "public, max-age=3600")
                .putHeader("Vary", "Accept")
                .end(asPlain ? plain : page(title, html));
    }

    private static String page(String title, String html) {
        return """
            <!DOCTYPE html>
            <html lang="en">
            <head><meta charset="utf-8"><title>%s - Pagewright</title></head>
            <body>
            <h1>%s</h1>
            %s</body>
            </html>
            """.formatted(title, title, html);
    }
}
