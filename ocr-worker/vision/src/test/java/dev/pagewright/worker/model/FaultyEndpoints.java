package dev.pagewright.worker.model;

import static dev.pagewright.worker.model.OpenAiStandIn.body;
import static dev.pagewright.worker.model.OpenAiStandIn.breaksOff;
import static dev.pagewright.worker.model.OpenAiStandIn.drips;
import static dev.pagewright.worker.model.OpenAiStandIn.hangs;
import static dev.pagewright.worker.model.OpenAiStandIn.says;
import static dev.pagewright.worker.model.OpenAiStandIn.status;

import dev.pagewright.worker.model.OpenAiStandIn.Behaviour;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Set;

/** Every way in which an endpoint fails for good, each on a real connection. */
@SuppressWarnings("ImmutableEnumChecker") // behaviours keep nothing
public enum FaultyEndpoints {
    REFUSES(status(401)),
    FORBIDS(status(403)),
    IS_NOT_THERE(status(404)),
    TAKES_NO_QUESTION(status(400)),
    LEADS_ELSEWHERE(status(302, "Location", "http://127.0.0.1:1/v1")),
    IS_FULL(status(429)),
    IS_FULL_FOR_SECONDS(status(429, "Retry-After", "2")),
    IS_FULL_FOR_AN_HOUR(status(429, "Retry-After", "3600")),
    IS_FULL_UNTIL((exchange, server) -> status(
                    429,
                    "Retry-After",
                    DateTimeFormatter.RFC_1123_DATE_TIME.format(
                            ZonedDateTime.now(ZoneOffset.UTC).plusHours(1)))
            .answer(exchange, server)),
    FAILS(status(500)),
    IS_DOWN(status(503)),
    HANGS(hangs()),
    HANGS_MIDWAY((exchange, server) -> {
        exchange.sendResponseHeaders(200, 10_000);
        exchange.getResponseBody().write('{');
        exchange.getResponseBody().flush();
        hangs().answer(exchange, server);
    }),
    DRIPS(drips()),
    BREAKS_OFF(breaksOff()),
    CLOSES((exchange, server) -> exchange.close()),
    SAYS_NO_JSON(body(200, "<html>not what you think</html>")),
    SAYS_BROKEN_JSON(body(200, "{\"choices\":[{\"message\":{\"content\":\"Good")),
    SAYS_NOTHING(body(200, "")),
    SAYS_BLANK(says(" ")),
    APOLOGISES(says("I'm sorry, but as an assistant I can't help with that."));

    private static final Set<FaultyEndpoints> SILENT = Set.of(HANGS, HANGS_MIDWAY, DRIPS);

    private final Behaviour behaviour;

    FaultyEndpoints(Behaviour behaviour) {
        this.behaviour = behaviour;
    }

    public OpenAiStandIn open() {
        return new OpenAiStandIn(behaviour);
    }

    /** Whether nothing but the time that a question has tells that it failed. */
    public boolean silent() {
        return SILENT.contains(this);
    }
}
