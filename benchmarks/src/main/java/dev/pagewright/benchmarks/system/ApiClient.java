package dev.pagewright.benchmarks.system;

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
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What the measurements need of the public API. */
final class ApiClient {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String BOUNDARY = "boundary-of-the-measurements";

    private final URI url;
    private final String token;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    ApiClient(URI url, String token) {
        this.url = url;
        this.token = token;
    }

    /** @return the job's id */
    String submit(byte[] pdf) throws IOException, InterruptedException {
        var body = new ByteArrayOutputStream();
        body.writeBytes(
                "--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"measured.pdf\"\r\nContent-Type: application/pdf\r\n\r\n"
                        .formatted(BOUNDARY)
                        .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(pdf);
        body.writeBytes(("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        HttpResponse<byte[]> answer = http.send(
                request("/api/v1/ocr/")
                        .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                        .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()))
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());
        JsonNode job = MAPPER.readTree(answer.body());
        if (answer.statusCode() / 100 != 2) {
            throw new IOException("refused: " + job.path("detail").asText());
        }
        return job.path("uuid").asText();
    }

    /** Follows the job's events until a line is as wanted, or the job has ended; whether one was. */
    boolean follow(String job, Predicate<String> wanted) throws IOException, InterruptedException {
        HttpResponse<Stream<String>> events = http.send(
                request("/api/v1/ocr/" + job + "/events/").GET().build(), HttpResponse.BodyHandlers.ofLines());
        try (Stream<String> lines = events.body()) {
            return lines.anyMatch(wanted);
        }
    }

    /** @return the message that answers, with its citations */
    JsonNode ask(String job, String question) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = http.send(
                request("/api/v1/chat/" + job + "/")
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(
                                MAPPER.writeValueAsBytes(Map.of("message", question))))
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());
        JsonNode body = MAPPER.readTree(answer.body());
        if (answer.statusCode() != 200) {
            throw new IOException("no answer: " + body.path("detail").asText());
        }
        return body.path("message");
    }

    JsonNode job(String job) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = http.send(
                request("/api/v1/ocr/" + job + "/?include=debug").GET().build(),
                HttpResponse.BodyHandlers.ofByteArray());
        return MAPPER.readTree(answer.body());
    }

    void delete(String job) throws IOException, InterruptedException {
        http.send(request("/api/v1/ocr/" + job + "/").DELETE().build(), HttpResponse.BodyHandlers.discarding());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(url.resolve(path))
                .timeout(Duration.ofMinutes(10))
                .header("Authorization", "Bearer " + token);
    }
}
