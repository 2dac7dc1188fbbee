package dev.pagewright.gateway.forward;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pagewright.error.ErrorCode;
import dev.pagewright.gateway.http.OuterAddress;
import dev.pagewright.gateway.http.Problem;
import dev.pagewright.gateway.http.ProblemException;
import dev.pagewright.gateway.http.Streams;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Passes a checked request on to export or chat and their answer back as a stream. Their problems become ours by
 * code; whatever else they answer means that they are away. Blocks; thread-safe.
 */
@ApplicationScoped
class Forwarder {

    private static final Logger LOG = Logger.getLogger(Forwarder.class);
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final int LARGEST_PROBLEM = 64 << 10;
    private static final int BUFFER = 32 << 10;

    /** What a client may see of an inner answer. */
    private static final List<String> HEADERS = List.of("Content-Type", "Content-Disposition", "ETag", "Cache-Control");

    private final HttpClient client;
    private final String token;
    private final Streams streams;
    private final CurrentVertxRequest current;

    Forwarder(
            ForwardSettings settings,
            Streams streams,
            CurrentVertxRequest current,
            @ConfigProperty(name = "pagewright.service-token") String token) {
        this.streams = streams;
        this.current = current;
        this.token = token;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(settings.connect())
                .build();
    }

    /**
     * A request to an inner service with the service token.
     *
     * @param service its address; empty where it is not part of this installation
     * @param patience until the first byte of the answer
     */
    HttpRequest.Builder request(Optional<String> service, String path, Duration patience) {
        String address = service.orElseThrow(Forwarder::away);
        return HttpRequest.newBuilder(URI.create(address + path))
                .timeout(patience)
                .header("Authorization", "Bearer " + token);
    }

    /**
     * The answer of the service. Where the client leaves, the service goes on: an answer of chat is in the history.
     *
     * @throws ProblemException what the service refuses, or 503 where it is away
     */
    Response send(HttpRequest request) {
        return answered(request, client.sendAsync(request, HttpResponse.BodyHandlers.ofInputStream()));
    }

    /**
     * The answer of the service, which stops working at it when the client leaves.
     *
     * @throws ProblemException what the service refuses, or 503 where it is away
     */
    Response sendWhileWanted(HttpRequest request) {
        var pending = client.sendAsync(request, HttpResponse.BodyHandlers.ofInputStream());
        streams.whenGone(() -> pending.cancel(true));
        return answered(request, pending);
    }

    /** Sends what needs no answer; nobody waits for it. */
    void tell(HttpRequest request) {
        var unused = client.sendAsync(request, HttpResponse.BodyHandlers.discarding())
                .whenComplete((answer, failure) -> {
                    if (failure != null) {
                        LOG.debugf(failure, "an inner service was not told: %s", request.uri());
                    }
                });
    }

    private Response answered(HttpRequest request, CompletableFuture<HttpResponse<InputStream>> pending) {
        HttpResponse<InputStream> answer;
        try {
            answer = pending.get();
        } catch (CancellationException e) {
            LOG.debugf("a client left before its answer: %s", request.uri().getPath());
            throw away();
        } catch (ExecutionException e) {
            LOG.warnf(
                    "an inner service does not answer: %s",
                    e.getCause() == null ? e : e.getCause().getClass().getSimpleName());
            throw away();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            pending.cancel(true);
            throw away();
        }
        if (answer.statusCode() == 200 || answer.statusCode() == 304) {
            return passed(request, answer);
        }
        throw refused(answer);
    }

    private Response passed(HttpRequest request, HttpResponse<InputStream> answer) {
        Response.ResponseBuilder response = Response.status(answer.statusCode());
        for (String name : HEADERS) {
            answer.headers().firstValue(name).ifPresent(value -> response.header(name, value));
        }
        if (answer.statusCode() == 200 && !request.method().equals("HEAD")) {
            response.entity(copied(answer));
        } else {
            discard(answer.body());
            answer.headers().firstValue("Content-Length").ifPresent(value -> response.header("Content-Length", value));
        }
        return response.build();
    }

    private StreamingOutput copied(HttpResponse<InputStream> answer) {
        boolean events = answer.headers()
                .firstValue("Content-Type")
                .filter(type -> type.startsWith(MediaType.SERVER_SENT_EVENTS))
                .isPresent();
        if (!events) {
            return streams.of(out -> copy(answer.body(), out), answer.headers().firstValueAsLong("Content-Length"));
        }
        String prefix = OuterAddress.of(current.getCurrent()).prefix();
        return streams.of(out -> {
            var problems = new PrefixedProblems(out, prefix);
            copy(answer.body(), problems);
            problems.end();
        });
    }

    /** Flushes what has come, so that a stream of events arrives as it happens. */
    private static void copy(InputStream from, OutputStream out) throws IOException {
        try (from) {
            byte[] buffer = new byte[BUFFER];
            for (int read = from.read(buffer); read >= 0; read = from.read(buffer)) {
                out.write(buffer, 0, read);
                if (from.available() == 0) {
                    out.flush();
                }
            }
        }
    }

    private static ProblemException refused(HttpResponse<InputStream> answer) {
        try (InputStream body = answer.body()) {
            JsonNode problem = MAPPER.readTree(body.readNBytes(LARGEST_PROBLEM));
            Optional<ErrorCode> code =
                    ErrorCode.fromWireName(problem.path("code").asText());
            // a token that is not theirs is our fault, and no account's business
            if (code.isPresent() && code.get() != ErrorCode.UNAUTHORIZED && code.get() != ErrorCode.INTERNAL_ERROR) {
                Problem known = new Problem(
                        code.get(), problem.path("detail").asText(code.get().title()));
                return (answer.statusCode() == 413 ? known.withStatus(413) : known).asException();
            }
        } catch (IOException e) {
            LOG.debugf(e, "an inner service's refusal is no problem body");
        }
        LOG.warnf("an inner service answered %d", answer.statusCode());
        return away();
    }

    private static void discard(InputStream body) {
        try {
            body.close();
        } catch (IOException e) {
            LOG.debugf(e, "an answer without a body cannot be closed");
        }
    }

    private static ProblemException away() {
        return new ProblemException(
                ErrorCode.DEPENDENCY_UNAVAILABLE, "A part of the service is away for a moment; try again shortly.");
    }
}
