package dev.pagewright.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pagewright.system.client.Client;
import dev.pagewright.system.client.Waiting;
import dev.pagewright.system.document.SampleDocuments;
import dev.pagewright.system.launch.LaunchedSystem;
import dev.pagewright.system.launch.LedgerPages;
import dev.pagewright.system.launch.SystemExtension;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is killed in the middle of a job: the job ends done, each page is read and charged once. */
@ExtendWith(SystemExtension.class)
class KillIT {

    private static final int PAGES = 20;

    private final LaunchedSystem system;

    KillIT(LaunchedSystem system) {
        this.system = system;
    }

    @ParameterizedTest
    @ValueSource(strings = {"ocr-worker", "gateway", "broker", "database"})
    void aJobSurvivesAKillInItsMiddle(String process) throws Exception {
        Client client = system.client();
        String uuid = client.submit("long.pdf", SampleDocuments.scannedPdf(PAGES), Map.of())
                .json()
                .path("uuid")
                .asText();
        client.when(uuid, job -> job.path("pages_done").asInt() >= 3);

        system.kill(process);

        assertWhole(client, uuid);
    }

    @Test
    void aSubmissionCutOffByAKilledGatewayIsThereOnceOrNotAtAll() throws Exception {
        Client client = system.client();
        byte[] file = SampleDocuments.scannedPdf(8);
        Map<String, String> key = Map.of("Idempotency-Key", "kill-" + System.nanoTime());
        var first = CompletableFuture.runAsync(() -> submitQuietly(client, file, key));

        system.kill("gateway");

        first.join();
        Client.Answer again = Waiting.until("the gateway", Duration.ofSeconds(60), () -> {
            Client.Answer answer = client.submit("cut.pdf", file, Map.of(), key);
            return answer.status() < 500 ? answer : null;
        });
        assertThat(again.status()).isIn(200, 202);
        String uuid = again.json().path("uuid").asText();
        assertThat(client.ended(uuid).path("status").asText()).isEqualTo("done");
        assertThat(settledPages(uuid)).isEqualTo(8);
        assertThat(client.get("/api/v1/ocr/").json().path("items"))
                .filteredOn(job -> job.path("file_name").asText("cut.pdf").equals("cut.pdf")
                        && job.path("uuid").asText().equals(uuid))
                .hasSize(1);
    }

    private static void submitQuietly(Client client, byte[] file, Map<String, String> headers) {
        try {
            client.submit("cut.pdf", file, Map.of(), headers);
        } catch (IOException e) {
            // what the kill is for
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void assertWhole(Client client, String uuid) throws Exception {
        JsonNode job = client.ended(uuid);
        assertThat(job.path("status").asText()).isEqualTo("done");
        assertThat(job.path("pages")).hasSize(PAGES);
        for (int i = 0; i < PAGES; i++) {
            JsonNode page = job.path("pages").path(i);
            assertThat(page.path("index").asInt()).isEqualTo(i);
            assertThat(page.path("text").asText().toLowerCase(Locale.ROOT).replaceAll("\\s+", " "))
                    .contains(SampleDocuments.lines(i).getFirst().toLowerCase(Locale.ROOT));
        }
        assertThat(settledPages(uuid)).isEqualTo(PAGES);
    }

    private int settledPages(String uuid) throws Exception {
        return LedgerPages.ofAll(system).getOrDefault(uuid, 0);
    }
}
