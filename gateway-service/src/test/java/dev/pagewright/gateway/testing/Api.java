package dev.pagewright.gateway.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/** A client of the gateway that the test runs against. Every answer is held against the OpenAPI document. */
public final class Api {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final @Nullable String token;

    private final @Nullable Integer port;

    private Api(@Nullable String token) {
        this(token, null);
    }

    private Api(@Nullable String token, @Nullable Integer port) {
        this.token = token;
        this.port = port;
    }

    /** The same caller at another replica. */
    public Api at(int otherPort) {
        return new Api(token, otherPort);
    }

    /** The demo account. */
    public static Api demo() {
        return new Api(Backends.DEMO_TOKEN);
    }

    public static Api administrator() {
        return new Api(Backends.ADMIN_TOKEN);
    }

    public static Api of(String token) {
        return new Api(token);
    }

    public static Api nobody() {
        return new Api(null);
    }

    /** A new account of the plan, with a token that may do everything. */
    public static Api account(String plan) throws IOException, InterruptedException {
        return of(token(plan));
    }

    /** The token of a new account of the plan. */
    public static String token(String plan) throws IOException, InterruptedException {
        String id = administrator()
                .post("/api/v1/admin/accounts/", "{\"name\":\"one of the tests\",\"plan\":\"%s\"}".formatted(plan))
                .text("id");
        return administrator()
                .post("/api/v1/admin/accounts/" + id + "/tokens/", "{}")
                .text("token");
    }

    /** What came back. */
    public record Answer(int status, HttpResponse<byte[]> response) {

        public String body() {
            return new String(response.body(), StandardCharsets.UTF_8);
        }

        public JsonNode json() throws IOException {
            return MAPPER.readTree(response.body());
        }

        /** A member of the JSON body. */
        public String text(String member) throws IOException {
            return json().path(member).asText();
        }

        public Optional<String> header(String name) {
            return response.headers().firstValue(name);
        }
    }

    public Answer get(String path) throws IOException, InterruptedException {
        return send("GET", path, HttpRequest.BodyPublishers.noBody(), null);
    }

    public Answer delete(String path) throws IOException, InterruptedException {
        return send("DELETE", path, HttpRequest.BodyPublishers.noBody(), null);
    }

    /** A JSON body. */
    public Answer post(String path, String json) throws IOException, InterruptedException {
        return send("POST", path, HttpRequest.BodyPublishers.ofString(json), "application/json");
    }

    public Answer patch(String path, String json) throws IOException, InterruptedException {
        return send("PATCH", path, HttpRequest.BodyPublishers.ofString(json), "application/json");
    }

    public Answer submit(Form form) throws IOException, InterruptedException {
        return send(request("/api/v1/ocr/")
                .method("POST", form.body())
                .header("Content-Type", form.contentType())
                .build());
    }

    public Answer send(String method, String path, HttpRequest.BodyPublisher body, @Nullable String type)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = request(path).method(method, body);
        if (type != null) {
            request.header("Content-Type", type);
        }
        return send(request.build());
    }

    public Answer send(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<byte[]> response = sent(request);
        OpenApi.check(request.method(), response);
        return new Answer(response.statusCode(), response);
    }

    /** The JDK's own time limit ends with the head of an answer; this one holds for all of it. */
    private static HttpResponse<byte[]> sent(HttpRequest request) throws IOException, InterruptedException {
        try {
            return CLIENT.sendAsync(request, HttpResponse.BodyHandlers.ofByteArray())
                    .get(90, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        } catch (TimeoutException e) {
            throw new AssertionError("no end of the answer to " + request.uri().getPath(), e);
        }
    }

    /** A request to the gateway with the token, to be completed. */
    public HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(port == null ? address(path) : address(port, path))
                .timeout(Duration.ofSeconds(60));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return request;
    }

    public static URI address(String path) {
        return address(port(), path);
    }

    private static URI address(int port, String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    public static int port() {
        return ConfigProvider.getConfig().getValue("quarkus.http.test-port", Integer.class);
    }

    /** Asks until the job has ended. */
    public Answer ended(String uuid) throws IOException, InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (true) {
            Answer answer = get("/api/v1/ocr/" + uuid + "/");
            String status = answer.text("status");
            if (status.equals("done") || status.equals("failed")) {
                return answer;
            }
            if (System.nanoTime() > end) {
                throw new AssertionError("the job has not ended: " + answer.body());
            }
            get("/api/v1/ocr/" + uuid + "/events/"); // returns with the job's last event
        }
    }
}
