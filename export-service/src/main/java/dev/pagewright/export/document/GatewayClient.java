package dev.pagewright.export.document;

import dev.pagewright.contract.JobRecord;
import dev.pagewright.contract.JobRecordCodec;
import dev.pagewright.document.stored.PageLineCodec;
import dev.pagewright.export.format.Pages;
import dev.pagewright.export.inner.ServiceSettings;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/** The gateway's inner API, as far as downloads need it. Blocking; thread-safe. */
@Singleton
public class GatewayClient {

    private final GatewaySettings settings;
    private final String authorization;
    private final HttpClient client;

    GatewayClient(GatewaySettings settings, ServiceSettings service) {
        this.settings = settings;
        this.authorization = "Bearer " + service.serviceToken();
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(settings.connectTimeout())
                .build();
    }

    /** Empty where there is no such job. */
    public Optional<JobRecord> job(String id) throws IOException {
        HttpResponse<byte[]> answer = send(get("/jobs/" + id), BodyHandlers.ofByteArray());
        return found(answer) ? Optional.of(JobRecordCodec.read(answer.body())) : Optional.empty();
    }

    /** All pages in order, read from the stream as they are asked for. */
    public Pages pages(String id) throws IOException {
        PageLineCodec.Lines lines = PageLineCodec.readAll(stream("/jobs/" + id + "/pages"));
        return new Pages(lines, lines);
    }

    /** One page of the job. */
    public Pages page(String id, int index) throws IOException {
        PageLineCodec.Lines lines = PageLineCodec.readAll(stream("/jobs/" + id + "/pages/" + index));
        return new Pages(lines, lines);
    }

    /** Copies the upload into the file. */
    public void original(String id, Path file) throws IOException {
        try (InputStream body = stream("/jobs/" + id + "/original")) {
            Files.copy(body, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Copies a cached download into the file; false where there is none. */
    public boolean cached(String id, String name, Path file) throws IOException {
        HttpResponse<InputStream> answer = send(get(exports(id, name)), BodyHandlers.ofInputStream());
        try (InputStream body = answer.body()) {
            if (!found(answer)) {
                return false;
            }
            Files.copy(body, file, StandardCopyOption.REPLACE_EXISTING);
            return true;
        }
    }

    /** Keeps a download for the next time; it goes with the job. */
    public void cache(String id, String name, Path file) throws IOException {
        HttpRequest put = request(exports(id, name))
                .header("Content-Type", "application/octet-stream")
                .PUT(HttpRequest.BodyPublishers.ofFile(file))
                .build();
        HttpResponse<Void> answer = send(put, BodyHandlers.discarding());
        if (answer.statusCode() / 100 != 2) {
            throw new GatewayAwayException("the gateway answered %d to a cached export".formatted(answer.statusCode()));
        }
    }

    private static String exports(String id, String name) {
        return "/jobs/" + id + "/exports/" + name;
    }

    private InputStream stream(String path) throws IOException {
        HttpResponse<InputStream> answer = send(get(path), BodyHandlers.ofInputStream());
        if (!found(answer)) {
            answer.body().close();
            throw new GatewayAwayException("the gateway has no " + path);
        }
        return answer.body();
    }

    private static boolean found(HttpResponse<?> answer) throws IOException {
        return switch (answer.statusCode()) {
            case 200 -> true;
            case 404 -> false;
            default -> throw new GatewayAwayException("the gateway answered " + answer.statusCode());
        };
    }

    private HttpRequest get(String path) {
        return request(path).GET().build();
    }

    private HttpRequest.Builder request(String path) {
        String base = settings.innerUrl().toString().replaceFirst("/+$", "");
        return HttpRequest.newBuilder(URI.create(base + "/inner/v1" + path))
                .timeout(settings.answerTimeout())
                .header("Authorization", authorization);
    }

    private <T> HttpResponse<T> send(HttpRequest request, BodyHandler<T> handler) throws IOException {
        try {
            return client.send(request, handler);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw (IOException) new InterruptedIOException("stopped while the gateway was asked").initCause(e);
        } catch (IOException e) {
            throw new GatewayAwayException("the gateway cannot be reached", e);
        }
    }
}
