package dev.pagewright.standalone.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * A client of one server. A server that is away for a moment, or has too much to do, is asked again; a file is read
 * once all the same. Thread-safe.
 */
public final class PagewrightClient {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int TRIES = 8;
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    private final URI server;
    private final String token;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    public PagewrightClient(String url, String token) {
        this.server = URI.create(url.endsWith("/") ? url.substring(0, url.length() - 1) : url);
        this.token = token;
    }

    /** Sends the file; a job of few pages may come back finished. */
    public Job submit(Path file, Map<String, String> fields) throws IOException, InterruptedException {
        Multipart form = new Multipart("pagewright-" + UUID.randomUUID());
        HttpRequest request = request("/api/v1/ocr/")
                .header("Content-Type", form.contentType())
                .header("Idempotency-Key", UUID.randomUUID().toString()) // a repeated request is the same job
                .POST(form.body(fields, file))
                .build();
        HttpResponse<InputStream> response = patiently(request);
        try (InputStream body = response.body()) {
            return Job.of(JSON.readTree(body));
        }
    }

    /**
     * Follows the job to its end.
     *
     * @param progress told of each change
     */
    public Job follow(Job job, Consumer<Job> progress) throws IOException, InterruptedException {
        return new JobEvents(uri("/api/v1/ocr/" + job.uuid() + "/events/"), token).follow(job, progress);
    }

    /** Writes a finished job in a format. */
    public void download(Job job, String format, OutputStream out) throws IOException, InterruptedException {
        String path =
                "/api/v1/ocr/" + job.uuid() + "/download/?format=" + URLEncoder.encode(format, StandardCharsets.UTF_8);
        HttpResponse<InputStream> response = patiently(request(path).build());
        try (InputStream body = response.body()) {
            body.transferTo(out);
        }
    }

    /** What the server can do. */
    public JsonNode capabilities() throws IOException, InterruptedException {
        try (InputStream body =
                patiently(request("/api/v1/capabilities/").build()).body()) {
            return JSON.readTree(body);
        }
    }

    private HttpResponse<InputStream> patiently(HttpRequest request) throws IOException, InterruptedException {
        Duration pause = Duration.ofMillis(500);
        for (int left = TRIES - 1; ; left--) {
            try {
                return send(request);
            } catch (ServerException e) {
                if (!e.passing() || left == 0) {
                    throw e;
                }
            }
            TimeUnit.MILLISECONDS.sleep(pause.toMillis());
            pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause.multipliedBy(2);
        }
    }

    private HttpResponse<InputStream> send(HttpRequest request) throws InterruptedException {
        HttpResponse<InputStream> response;
        try {
            response = http.send(request, BodyHandlers.ofInputStream());
        } catch (IOException e) {
            throw ServerException.away("The server at %s does not answer: %s.".formatted(server, reason(e)));
        }
        if (response.statusCode() / 100 == 2) {
            return response;
        }
        String sentence = detail(response);
        int status = response.statusCode();
        throw status == 503 || status == 429 || status == 502
                ? ServerException.away(sentence)
                : ServerException.refused(sentence);
    }

    private static String reason(IOException e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }

    private static String detail(HttpResponse<InputStream> response) {
        try (InputStream body = response.body()) {
            String said = JSON.readTree(body).path("detail").asText("");
            if (!said.isEmpty()) {
                return said;
            }
        } catch (IOException e) {
            // not a problem body: another program answers there
        }
        return "The server answers with status %d.".formatted(response.statusCode());
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder builder = HttpRequest.newBuilder(uri(path));
        return token.isEmpty() ? builder : builder.header("Authorization", "Bearer " + token);
    }

    private URI uri(String path) {
        return URI.create(server + path);
    }
}
