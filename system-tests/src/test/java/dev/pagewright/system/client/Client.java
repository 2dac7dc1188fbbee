package dev.pagewright.system.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;

/** A client of the public API that knows nothing but a URL and a token. */
public final class Client {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String BOUNDARY = "boundary-of-the-system-tests";
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private final URI url;
    private final String token;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    public Client(URI url, String token) {
        this.url = url;
        this.token = token;
    }

    /** What came back. */
    @SuppressWarnings("ArrayRecordComponent") // handed over once; never compared
    public record Answer(int status, byte[] body) {

        public JsonNode json() throws IOException {
            return MAPPER.readTree(body);
        }

        public String text() {
            return new String(body, StandardCharsets.UTF_8);
        }
    }

    public Answer get(String path) throws IOException, InterruptedException {
        return send(request(path).GET().build());
    }

    public Answer delete(String path) throws IOException, InterruptedException {
        return send(request(path).DELETE().build());
    }

    public Answer post(String path, String json) throws IOException, InterruptedException {
        return send(request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json))
                .build());
    }

    public Answer submit(String name, byte[] file, Map<String, String> fields)
            throws IOException, InterruptedException {
        return submit(name, file, fields, Map.of());
    }

    public Answer submit(String name, byte[] file, Map<String, String> fields, Map<String, String> headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = request("/api/v1/ocr/")
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(HttpRequest.BodyPublishers.ofByteArray(multipart(name, file, fields)));
        headers.forEach(request::header);
        return send(request.build());
    }

    /** Asks until the job has ended; a gateway that is away for a moment is asked again. */
    public JsonNode ended(String uuid) throws InterruptedException {
        return when(
                uuid,
                job -> job.path("status").asText().equals("done")
                        || job.path("status").asText().equals("failed"));
    }

    /** Asks until the job is as wanted; a gateway that is away for a moment is asked again. */
    public JsonNode when(String uuid, java.util.function.Predicate<JsonNode> wanted) throws InterruptedException {
        return Waiting.until("job " + uuid, PATIENCE, () -> {
            Answer answer = get("/api/v1/ocr/" + uuid + "/");
            return answer.status() == 200 && wanted.test(answer.json()) ? answer.json() : null;
        });
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(url.resolve(path))
                .timeout(Duration.ofSeconds(90))
                .header("Authorization", "Bearer " + token);
    }

    private Answer send(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<byte[]> response = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
        return new Answer(response.statusCode(), response.body());
    }

    private static byte[] multipart(String name, byte[] file, Map<String, String> fields) {
        var body = new ByteArrayOutputStream();
        fields.forEach(
                (field, value) -> body.writeBytes("--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
                        .formatted(BOUNDARY, field, value)
                        .getBytes(StandardCharsets.UTF_8)));
        body.writeBytes(
                "--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\nContent-Type: application/octet-stream\r\n\r\n"
                        .formatted(BOUNDARY, name)
                        .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(file);
        body.writeBytes(("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return body.toByteArray();
    }
}
