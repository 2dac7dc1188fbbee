package dev.pagewright.export.download;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pagewright.document.PageResult;
import dev.pagewright.document.testing.SamplePages;
import dev.pagewright.export.build.BuildQueue;
import dev.pagewright.export.build.SharedBuilds;
import dev.pagewright.export.docx.DocxExporter;
import dev.pagewright.export.testing.FakeGateway;
import dev.pagewright.export.testing.Jobs;
import dev.pagewright.export.testing.Until;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Builds that would never end, on the service as it runs: what stops them, and what they leave for others. */
@QuarkusTest
@QuarkusTestResource(FakeGateway.class)
class BuildsIT {

    private static final String OTHER = "a".repeat(32);

    @Inject
    BuildQueue queue;

    @Inject
    SharedBuilds builds;

    private final List<Socket> open = new ArrayList<>();
    private final HttpClient client = HttpClient.newHttpClient();

    @BeforeAll
    static void warm() {
        DocxExporter.warm(); // as a service that has run for a minute is
    }

    @AfterEach
    void allLeave() throws IOException {
        for (Socket socket : open) {
            socket.close();
        }
        Until.within(Duration.ofSeconds(20), () -> queue.active() == 0 && queue.waiting() == 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"txt", "md", "html", "docx", "pdf", "csv", "xlsx", "json", "hocr", "alto", "zip"})
    @DisplayName("a build stops within a second once its client has left, in every format")
    void stopsWithItsClient(String format) throws Exception {
        FakeGateway.putEndless(Jobs.done(1), pdf());
        Socket asking = ask(Jobs.ID, format);
        Until.within(Duration.ofSeconds(20), () -> queue.active() == 1);

        asking.close();

        Until.within(Duration.ofSeconds(1), () -> queue.active() == 0);
    }

    @Test
    @DisplayName("a build goes on while another client waits for the same, and is the only one")
    void goesOnForAnother() throws Exception {
        FakeGateway.putEndless(Jobs.done(1), pdf());
        Socket first = ask(Jobs.ID, "txt");
        Until.within(Duration.ofSeconds(20), () -> queue.active() == 1);
        Socket second = ask(Jobs.ID, "txt");
        Until.within(Duration.ofSeconds(20), () -> builds.requests() == 2);

        first.close();
        Until.within(Duration.ofSeconds(5), () -> builds.requests() == 1);
        assertThat(queue.active()).isEqualTo(1);

        second.close();
        Until.within(Duration.ofSeconds(1), () -> queue.active() == 0);
    }

    @Test
    @DisplayName("a build stops when its job is deleted, and who waits is told that there is none")
    void stopsWithItsJob() throws Exception {
        FakeGateway.putEndless(Jobs.done(1), pdf());
        CompletableFuture<HttpResponse<String>> waiting = client.sendAsync(
                request(address(Jobs.ID + "/download?format=docx")).build(), HttpResponse.BodyHandlers.ofString());
        Until.within(Duration.ofSeconds(20), () -> queue.active() == 1);

        FakeGateway.remove(Jobs.ID);
        client.send(request(address(Jobs.ID)).DELETE().build(), HttpResponse.BodyHandlers.discarding());

        HttpResponse<String> answer = waiting.get(5, TimeUnit.SECONDS);
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(new ObjectMapper().readTree(answer.body()).path("code").asText())
                .isEqualTo("job_not_found");
        Until.within(Duration.ofSeconds(1), () -> queue.active() == 0);
    }

    @Test
    @DisplayName("an account that has queued twenty builds delays another's download of one page by nothing")
    void leavesAPlaceForOthers() throws Exception {
        for (int i = 0; i < 20; i++) {
            String id = "%032x".formatted(i);
            FakeGateway.putEndless(Jobs.done(id, Jobs.ACCOUNT, "application/pdf", 1), pdf());
            ask(id, "txt");
        }
        Until.within(Duration.ofSeconds(20), () -> queue.active() == 2 && queue.waiting() == 18);
        String id = "f".repeat(32);
        FakeGateway.put(
                Jobs.done(id, OTHER, "application/pdf", 1),
                pdf(),
                List.of(new PageResult.Read(SamplePages.article(0))));

        long start = System.nanoTime();
        var answer = client.send(
                request(address(id + "/download?format=txt")).build(), HttpResponse.BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    @DisplayName("more builds than may wait are 503 overloaded with Retry-After")
    void refusesTooMany() throws Exception {
        int most = ConfigProvider.getConfig().getValue("pagewright.download.waiting-of-one", Integer.class);
        for (int i = 0; i < most + 2; i++) {
            String id = "%032x".formatted(i);
            FakeGateway.putEndless(Jobs.done(id, Jobs.ACCOUNT, "application/pdf", 1), pdf());
            ask(id, "txt");
        }
        Until.within(Duration.ofSeconds(20), () -> queue.waiting() == most);
        FakeGateway.putEndless(Jobs.done(1), pdf());

        var answer = client.send(
                request(address(Jobs.ID + "/download?format=txt")).build(), HttpResponse.BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        assertThat(answer.body()).contains("overloaded");
    }

    private Socket ask(String id, String format) throws IOException {
        URI address = address(id + "/download?format=" + format);
        var socket = new Socket(InetAddress.getLoopbackAddress(), address.getPort());
        open.add(socket);
        socket.getOutputStream()
                .write("GET %s?%s HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer %s\r\n\r\n"
                        .formatted(address.getPath(), address.getQuery(), FakeGateway.TOKEN)
                        .getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private static URI address(String path) {
        int port = ConfigProvider.getConfig().getValue("quarkus.http.test-port", Integer.class);
        return URI.create("http://127.0.0.1:" + port + "/inner/v1/jobs/" + path);
    }

    private static HttpRequest.Builder request(URI address) {
        return HttpRequest.newBuilder(address).header("Authorization", "Bearer " + FakeGateway.TOKEN);
    }

    private static byte[] pdf() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var document = new PDDocument()) {
            document.addPage(new PDPage());
            document.save(bytes);
        }
        return bytes.toByteArray();
    }
}
