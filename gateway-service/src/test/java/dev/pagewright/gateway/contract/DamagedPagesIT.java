package dev.pagewright.gateway.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pagewright.blob.BlobKeys;
import dev.pagewright.blob.DirectoryBlobStore;
import dev.pagewright.document.PageResult;
import dev.pagewright.document.stored.PageLineCodec;
import dev.pagewright.gateway.testing.Api;
import dev.pagewright.gateway.testing.Backends;
import dev.pagewright.gateway.testing.Files;
import dev.pagewright.gateway.testing.Form;
import dev.pagewright.gateway.testing.SimulatedWorker;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A finished job of which what was stored of some pages is damaged, in every way, or gone. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class DamagedPagesIT {

    private static final String JOBS = "/api/v1/ocr/";

    /** The first and the last are sound; in front of each document that is damaged stands how. */
    private static final List<String> KINDS =
            List.of("sound", "gone", "empty", "no gzip", "cut off", "no json", "no object", "no page", "sound");

    private static SimulatedWorker worker;

    private final DirectoryBlobStore blobs =
            new DirectoryBlobStore(ConfigProvider.getConfig().getValue("pagewright.blob-directory", Path.class));

    DamagedPagesIT() throws IOException {}

    @BeforeAll
    static void startWorker() throws IOException {
        worker = SimulatedWorker.start();
    }

    @AfterAll
    static void stopWorker() {
        worker.close();
    }

    @Test
    @DisplayName("the rest is given, the damaged pages are told as failed, a retry reads them again for nothing")
    void a_damaged_page_costs_its_own_text_alone() throws Exception {
        Account account = Account.pro(20);
        String uuid = damagedJob(account, Form.of(Files.pdf(KINDS.size()), "a.pdf"));

        assertThat(account.api().get(JOBS + uuid + "/pages/2/").text("error")).isEqualTo("page_lost");
        assertThat(account.api().get(JOBS + uuid + "/pages/9/").text("text")).contains("Page 9 of");
        assertThat(account.api().get(JOBS + uuid + "/events/").body()).contains("Page 9 of", "\"status\":\"done\"");
        assertPages(account.api().get(JOBS + uuid + "/").json());
        assertLines(uuid);

        Api.Answer retried = account.api().post(JOBS + uuid + "/retry/", "{}");

        assertThat(retried.status()).isEqualTo(202);
        JsonNode whole = account.api().ended(uuid).json();
        assertThat(whole.path("pages_done").asInt()).isEqualTo(KINDS.size());
        assertThat(whole.path("pages"))
                .allMatch(page -> page.path("status").asText().equals("done"));
        assertThat(account.credits().path("balance").asInt()).isEqualTo(20 - KINDS.size());
        assertThat(account.credits().path("reserved").asInt()).isZero();
        assertThat(account.api().post(JOBS + uuid + "/retry/", "{}").status())
                .as("nothing is left to be read again")
                .isEqualTo(200);
    }

    @Test
    @DisplayName("a page that cannot be read again keeps what it was charged, and no more, however often")
    void what_cannot_be_read_again_is_charged_once() throws Exception {
        Account account = Account.pro(20);
        String uuid = damagedJob(account, Form.of(Files.pdf(KINDS.size()), "a.pdf"));
        worker.fail(Set.of(2, 3));
        try {
            for (int i = 0; i < 2; i++) {
                account.api().post(JOBS + uuid + "/retry/", "{}");
                assertThat(account.api().ended(uuid).json().path("pages_failed").asInt())
                        .isEqualTo(2);
            }
        } finally {
            worker.fail(Set.of());
        }
        account.api().post(JOBS + uuid + "/retry/", "{}");

        assertThat(account.api().ended(uuid).json().path("pages_failed").asInt())
                .isZero();
        assertThat(account.credits().path("balance").asInt()).isEqualTo(20 - KINDS.size());
        assertThat(account.credits().path("reserved").asInt()).isZero();
    }

    private String damagedJob(Account account, Form form) throws IOException, InterruptedException {
        String uuid = account.api().submit(form).text("uuid");
        account.api().ended(uuid);
        for (int index = 0; index < KINDS.size(); index++) {
            damage(BlobKeys.page(account.id(), uuid, index, 1), KINDS.get(index));
        }
        return uuid;
    }

    private void damage(String key, String kind) throws IOException {
        byte[] sound = blobs.get(key).orElseThrow();
        switch (kind) {
            case "sound" -> {}
            case "gone" -> blobs.delete(key);
            case "empty" -> blobs.put(key, new byte[0]);
            case "no gzip" -> blobs.put(key, "damaged".getBytes(StandardCharsets.UTF_8));
            case "cut off" -> blobs.put(key, Arrays.copyOf(sound, sound.length / 2));
            case "no json" -> blobs.put(key, gzip("{\"version\":1,"));
            case "no object" -> blobs.put(key, gzip("[]"));
            case "no page" -> blobs.put(key, gzip("{\"version\":1,\"blocks\":[{}]}"));
            default -> throw new IllegalArgumentException(kind);
        }
    }

    private static void assertPages(JsonNode job) {
        assertThat(job.path("status").asText()).isEqualTo("done");
        assertThat(job.path("text").asText()).contains("Page 1 of", "Page 9 of").doesNotContain("Page 5 of");
        assertThat(job.path("pages")).hasSize(KINDS.size());
        for (int index = 0; index < KINDS.size(); index++) {
            JsonNode page = job.path("pages").path(index);
            boolean sound = KINDS.get(index).equals("sound");
            assertThat(page.path("status").asText()).as(KINDS.get(index)).isEqualTo(sound ? "done" : "failed");
            assertThat(page.path("error").asText("")).isEqualTo(sound ? "" : "page_lost");
        }
    }

    /** As export and chat read them. */
    private static void assertLines(String uuid) throws IOException, InterruptedException {
        int port = ConfigProvider.getConfig().getValue("quarkus.management.test-port", Integer.class);
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + port + "/inner/v1/jobs/" + uuid + "/pages"))
                .header("Authorization", "Bearer " + Backends.SERVICE_TOKEN)
                .build();
        List<Boolean> read = new ArrayList<>();
        try (HttpClient client = HttpClient.newHttpClient();
                var lines = PageLineCodec.readAll(client.send(request, HttpResponse.BodyHandlers.ofInputStream())
                        .body())) {
            lines.forEachRemaining(page -> read.add(page instanceof PageResult.Read));
        }
        assertThat(read).isEqualTo(KINDS.stream().map("sound"::equals).toList());
    }

    private static byte[] gzip(String text) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }
}
