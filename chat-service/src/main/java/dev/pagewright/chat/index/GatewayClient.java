package dev.pagewright.chat.index;

import dev.pagewright.contract.JobRecord;
import dev.pagewright.contract.JobRecordCodec;
import dev.pagewright.document.stored.PageLineCodec;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;

/** Jobs and pages from the gateway's inner API. Thread-safe; calls block. */
@Singleton
class GatewayClient {

    private static final int MAX_RECORD_BYTES = 1 << 20;

    private final GatewaySettings settings;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    GatewayClient(GatewaySettings settings) {
        this.settings = settings;
    }

    /** The job's record; empty where the gateway knows no such job. */
    Optional<JobRecord> job(String jobId) throws IOException {
        Optional<InputStream> body = get("/inner/v1/jobs/" + jobId);
        if (body.isEmpty()) {
            return Optional.empty();
        }
        try (InputStream json = body.get()) {
            return Optional.of(JobRecordCodec.read(json.readNBytes(MAX_RECORD_BYTES)));
        }
    }

    /** The job's pages in order, read while iterating, closed by the caller; empty where there is no such job. */
    Optional<PageLineCodec.Lines> pages(String jobId) throws IOException {
        Optional<InputStream> body = get("/inner/v1/jobs/" + jobId + "/pages");
        return body.isEmpty() ? Optional.empty() : Optional.of(PageLineCodec.readAll(body.get()));
    }

    private Optional<InputStream> get(String path) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(settings.gatewayInnerUrl().resolve(path))
                .header("Authorization", "Bearer " + settings.serviceToken())
                .timeout(settings.gatewayTimeout())
                .build();
        HttpResponse<InputStream> response = send(request);
        if (response.statusCode() == 200) {
            return Optional.of(response.body());
        }
        response.body().close();
        if (response.statusCode() == 404) {
            return Optional.empty();
        }
        throw new IOException("the gateway answered " + response.statusCode());
    }

    private HttpResponse<InputStream> send(HttpRequest request) throws IOException {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofInputStream());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            var interrupted = new InterruptedIOException("interrupted while asking the gateway");
            interrupted.initCause(e);
            throw interrupted;
        }
    }

    @PreDestroy
    void close() {
        http.close();
    }
}
