package dev.pagewright.system.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pagewright.system.client.Client;
import dev.pagewright.system.client.FaultyModel;
import dev.pagewright.system.client.FaultyModel.Fault;
import dev.pagewright.system.client.Waiting;
import dev.pagewright.system.document.SampleDocuments;
import dev.pagewright.system.launch.LaunchedSystem;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A system as installed whose models fail, in every way: a page is read without the endpoint, the next ones at once, and a
 * translation ends soon, told on its blocks, without a charge.
 */
@Tag("hostile")
class FaultyModelIT {

    private static final Duration FIRST_PAGE = Duration.ofSeconds(75);
    private static final Duration NEXT_PAGE = Duration.ofSeconds(15);
    private static final Duration TRANSLATION = Duration.ofSeconds(60);
    private static final List<String> LINES = SampleDocuments.lines(1);

    private static FaultyModel model;
    private static LaunchedSystem system;
    private static String account;
    private static Client client;

    @BeforeAll
    static void launch() throws Exception {
        model = new FaultyModel(String.join("\n", LINES));
        system = LaunchedSystem.start(Map.of(
                "PAGEWRIGHT_VISION_URL",
                model.url(),
                "PAGEWRIGHT_VISION_MODEL",
                "faulty",
                "PAGEWRIGHT_TRANSLATION_URL",
                model.url(),
                "PAGEWRIGHT_TRANSLATION_MODEL",
                "faulty"));
        Client administrator = system.administrator();
        account = administrator
                .post("/api/v1/admin/accounts/", "{\"name\":\"pays\",\"plan\":\"pro\"}")
                .json()
                .path("id")
                .asText();
        administrator.post(
                "/api/v1/admin/accounts/" + account + "/credits/", "{\"amount\":1000,\"reason\":\"faults\"}");
        client = new Client(
                URI.create(system.status().path("url").asText()),
                administrator
                        .post("/api/v1/admin/accounts/" + account + "/tokens/", "{\"name\":\"faults\"}")
                        .json()
                        .path("token")
                        .asText());
    }

    @AfterAll
    static void stop() throws IOException {
        model.close();
        system.close();
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void aPageIsReadWithoutTheEndpoint(Fault fault) throws Exception {
        recover();
        model.failBy(fault);
        assertThat(read(fault)).isLessThan(FIRST_PAGE);
        assertThat(read(fault)).isLessThan(NEXT_PAGE);
    }

    /** The next fault meets a system that believes in its endpoint. */
    private static void recover() throws Exception {
        model.failBy(null);
        Waiting.until("a page that the endpoint reads", Duration.ofMinutes(3), () -> {
            JsonNode page = ended("scan.png", SampleDocuments.png(LINES), Map.of("tier", "vlm"))
                    .path("pages")
                    .path(0);
            return page.path("engine").asText().equals("vlm") ? Boolean.TRUE : null;
        });
    }

    /** @return how long it took from the request to its end */
    private static Duration read(Fault fault) throws Exception {
        long start = System.nanoTime();
        JsonNode job = ended("scan.png", SampleDocuments.png(LINES), Map.of("tier", "vlm"));
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        System.out.printf("%s: a vlm page after %.1f s%n", fault, took.toMillis() / 1e3);
        JsonNode page = job.path("pages").path(0);
        assertThat(page.path("text").asText()).containsIgnoringCase(LINES.getFirst());
        assertThat(page.path("markdown").asText()).doesNotContain("](javascript:");
        return took;
    }

    @ParameterizedTest
    @EnumSource(value = Fault.class, mode = EnumSource.Mode.EXCLUDE, names = "LINKS_TO_A_SCRIPT")
    void aTranslationEndsSoonAndIsNotCharged(Fault fault) throws Exception {
        recover();
        model.failBy(fault);
        long start = System.nanoTime();
        JsonNode job = ended("letter.pdf", SampleDocuments.textPdf(2), Map.of("translate_to", "de"));
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        System.out.printf("%s: a translation after %.1f s%n", fault, took.toMillis() / 1e3);
        assertThat(took).isLessThan(TRANSLATION);
        assertThat(job.path("status").asText()).isEqualTo("done");
        assertThat(job.path("pages"))
                .isNotEmpty()
                .allSatisfy(page -> assertThat(page.path("blocks")).isNotEmpty().allSatisfy(block -> {
                    assertThat(block.path("translation").isNull())
                            .as(block.toString())
                            .isTrue();
                    assertThat(block.path("translation_error").asText()).isNotBlank();
                }));
        assertThat(job.path("text").asText())
                .as("what was read is given")
                .contains(SampleDocuments.lines(0).getFirst());
        assertThat(spent(job.path("uuid").asText()))
                .as("credits for two pages read, and nothing else")
                .isEqualTo(2);
    }

    private static JsonNode ended(String name, byte[] file, Map<String, String> fields)
            throws IOException, InterruptedException {
        Client.Answer answer = client.submit(name, file, fields);
        assertThat(answer.status()).as(answer.text()).isIn(200, 202);
        return client.ended(answer.json().path("uuid").asText());
    }

    /** Credits that the account's balance lost by a job. */
    private static double spent(String job) throws IOException, InterruptedException {
        double spent = 0;
        for (JsonNode entry : system.administrator()
                .get("/api/v1/admin/accounts/" + account + "/ledger/?limit=100")
                .json()
                .path("items")) {
            spent -= entry.path("job").asText().equals(job)
                    ? entry.path("amount").asDouble()
                    : 0;
        }
        return spent;
    }
}
