package dev.pagewright.gateway.capabilities;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * What export and chat say about themselves. Asked at most every {@link #FRESH}; while a service is away, what it said
 * last holds. Blocks; thread-safe.
 */
@ApplicationScoped
class InnerServices {

    private static final Logger LOG = Logger.getLogger(InnerServices.class);
    private static final Duration FRESH = Duration.ofSeconds(30);
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private record Said(Optional<JsonNode> answer, Instant at) {}

    private final Optional<String> exportUrl;
    private final Optional<String> chatUrl;
    private final String token;
    private final Clock clock;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final ConcurrentHashMap<String, Said> said = new ConcurrentHashMap<>();

    InnerServices(
            @ConfigProperty(name = "pagewright.export-url") Optional<String> exportUrl,
            @ConfigProperty(name = "pagewright.chat-url") Optional<String> chatUrl,
            @ConfigProperty(name = "pagewright.service-token") String token,
            Clock clock) {
        this.exportUrl = exportUrl;
        this.chatUrl = chatUrl;
        this.token = token;
        this.clock = clock;
    }

    /** A list of objects that have a {@code name}; empty where export never answered. */
    Optional<JsonNode> formats() {
        return exportUrl.flatMap(url -> ask(url + "/inner/v1/formats"));
    }

    /** {@code {"configured", "name"}}; empty where chat never answered. */
    Optional<JsonNode> chatModel() {
        return chatUrl.flatMap(url -> ask(url + "/inner/v1/model"));
    }

    private Optional<JsonNode> ask(String address) {
        Said last = said.get(address);
        if (last != null && last.at().plus(FRESH).isAfter(clock.instant())) {
            return last.answer();
        }
        Optional<JsonNode> answer = get(address);
        Optional<JsonNode> kept = answer.isPresent() || last == null ? answer : last.answer();
        said.put(address, new Said(kept, clock.instant()));
        return kept;
    }

    private Optional<JsonNode> get(String address) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token)
                .build();
        try {
            HttpResponse<byte[]> response = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
            return response.statusCode() == 200 ? Optional.of(MAPPER.readTree(response.body())) : Optional.empty();
        } catch (IOException e) {
            LOG.debugf(e, "an inner service is away");
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
