package dev.pagewright.gateway.inner;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pagewright.contract.JobRecord;
import dev.pagewright.contract.JobRecordCodec;
import dev.pagewright.document.PageResult;
import dev.pagewright.document.stored.PageLineCodec;
import dev.pagewright.gateway.testing.Api;
import dev.pagewright.gateway.testing.Backends;
import dev.pagewright.gateway.testing.Files;
import dev.pagewright.gateway.testing.Form;
import dev.pagewright.gateway.testing.SimulatedWorker;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What export and chat are told, as they read it. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class InnerRoutesIT {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private static SimulatedWorker worker;

    @BeforeAll
    static void startWorker() throws IOException {
        worker = SimulatedWorker.start();
    }

    @AfterAll
    static void stopWorker() {
        worker.close();
    }

    @Test
    void nobody_without_the_service_token_is_told_anything() throws Exception {
        String uuid = Api.demo().submit(Form.of(Files.pdf(1), "a.pdf")).text("uuid");

        for (String token : List.of("wrong", Backends.DEMO_TOKEN, Backends.ADMIN_TOKEN, "")) {
            HttpRequest request = request("/jobs/" + uuid)
                    .setHeader("Authorization", "Bearer " + token)
                    .build();
            assertThat(CLIENT.send(request, HttpResponse.BodyHandlers.ofString())
                            .statusCode())
                    .isEqualTo(401);
        }
    }

    @Test
    void a_job_is_told_as_its_record() throws Exception {
        String uuid = Api.demo().submit(Form.of(Files.pdf(2), "letter.pdf")).text("uuid");

        JobRecord job = JobRecordCodec.read(get("/jobs/" + uuid).body());

        assertThat(job.uuid()).isEqualTo(uuid);
        assertThat(job.status()).isEqualTo("done");
        assertThat(job.fileName()).isEqualTo("letter.pdf");
        assertThat(job.mediaType()).isEqualTo("application/pdf");
        assertThat(job.pageCount()).isEqualTo(2);
    }

    @Test
    void pages_are_told_line_by_line_with_those_that_failed() throws Exception {
        worker.fail(Set.of(2));
        String uuid = Api.demo().submit(Form.of(Files.pdf(3), "a.pdf")).text("uuid");
        worker.fail(Set.of());

        List<String> lines = new String(get("/jobs/" + uuid + "/pages").body(), StandardCharsets.UTF_8)
                .lines()
                .toList();

        assertThat(lines).hasSize(3);
        assertThat(PageLineCodec.read(lines.get(0).getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(PageResult.Read.class);
        assertThat(PageLineCodec.read(lines.get(1).getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(PageResult.Failed.class);
        JsonNode third = MAPPER.readTree(get("/jobs/" + uuid + "/pages/2").body());
        assertThat(third.path("number").asInt()).isEqualTo(3);
    }

    @Test
    void the_original_comes_back_byte_for_byte() throws Exception {
        byte[] file = Files.pdf(4);
        String uuid = Api.demo().submit(Form.of(file, "a.pdf")).text("uuid");

        assertThat(get("/jobs/" + uuid + "/original").body()).isEqualTo(file);
    }

    @Test
    void an_export_is_kept_and_goes_with_its_job() throws Exception {
        String uuid = Api.demo().submit(Form.of(Files.pdf(1), "a.pdf")).text("uuid");
        byte[] export = new byte[3_000_000];
        java.util.Arrays.fill(export, (byte) 7);

        HttpRequest put = request("/jobs/" + uuid + "/exports/1-txt")
                .PUT(HttpRequest.BodyPublishers.ofByteArray(export))
                .build();
        assertThat(CLIENT.send(put, HttpResponse.BodyHandlers.ofString()).statusCode())
                .isEqualTo(204);
        assertThat(get("/jobs/" + uuid + "/exports/1-txt").body()).isEqualTo(export);
        Api.demo().delete("/api/v1/ocr/" + uuid + "/");
        assertThat(get("/jobs/" + uuid + "/exports/1-txt").statusCode()).isEqualTo(404);
    }

    @Test
    void what_is_not_there_is_not_found() throws Exception {
        String uuid = Api.demo().submit(Form.of(Files.pdf(1), "a.pdf")).text("uuid");
        for (String path : List.of(
                "/jobs/0123456789abcdef0123456789abcdef",
                "/jobs/%00",
                "/jobs/" + uuid + "/pages/5",
                "/jobs/" + uuid + "/pages/x",
                "/jobs/" + uuid + "/exports/none",
                "/jobs/" + uuid + "/exports/..%2f..%2fpages",
                "/nothing")) {
            assertThat(get(path).statusCode()).as(path).isEqualTo(404);
        }
    }

    private static HttpResponse<byte[]> get(String path) throws IOException, InterruptedException {
        return CLIENT.send(request(path).build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private static HttpRequest.Builder request(String path) {
        int port = ConfigProvider.getConfig().getValue("quarkus.management.test-port", Integer.class);
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/inner/v1" + path))
                .header("Authorization", "Bearer " + Backends.SERVICE_TOKEN);
    }
}
