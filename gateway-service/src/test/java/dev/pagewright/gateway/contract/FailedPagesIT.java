package dev.pagewright.gateway.contract;

import static dev.pagewright.gateway.contract.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pagewright.gateway.testing.Api;
import dev.pagewright.gateway.testing.Backends;
import dev.pagewright.gateway.testing.Files;
import dev.pagewright.gateway.testing.Form;
import dev.pagewright.gateway.testing.SimulatedWorker;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Pages that fail cost no credit: how many a day, and what a suspension does to those that wait. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class FailedPagesIT {

    /** Of the plan {@code slow} of {@link Backends}. */
    private static final int CAP = 12;

    private static SimulatedWorker worker;

    @BeforeAll
    static void startWorker() throws IOException {
        worker = SimulatedWorker.start();
    }

    @AfterEach
    void allRight() {
        worker.fail(Set.of());
        worker.goOn();
    }

    @AfterAll
    static void stopWorker() {
        worker.close();
    }

    @Test
    @DisplayName("retries stop at the day's failed pages, with a sentence, and change nothing then")
    void retries_are_bounded() throws Exception {
        worker.fail(Set.of(1, 2, 3, 4, 5));
        Api api = Api.account("slow");
        String uuid = api.submit(Form.of(Files.pdf(5), "a.pdf")).text("uuid");
        assertThat(api.ended(uuid).text("status")).isEqualTo("failed");
        api.post("/api/v1/ocr/" + uuid + "/retry/", "{}");
        api.ended(uuid);

        Api.Answer refused = api.post("/api/v1/ocr/" + uuid + "/retry/", "{}");

        JsonNode problem = assertProblem(refused, 429, "rate_limited");
        assertThat(problem.path("used").asInt()).isEqualTo(10);
        assertThat(problem.path("cap").asInt()).isEqualTo(CAP);
        assertThat(problem.path("unit").asText()).isEqualTo("failed_pages_today");
        assertThat(api.get("/api/v1/ocr/" + uuid + "/").text("status")).isEqualTo("failed");
        assertThat(api.get("/api/v1/account/")
                        .json()
                        .at("/usage/pages_today/used")
                        .asInt())
                .isZero();
    }

    @Test
    @DisplayName("new files that fail count as well, and other accounts are not touched")
    void submissions_are_bounded_too() throws Exception {
        worker.fail(Set.of(1, 2, 3, 4, 5));
        Api api = Api.account("slow");
        for (int i = 0; i < 3; i++) {
            api.ended(api.submit(Form.of(Files.pdf(4), "a.pdf")).text("uuid"));
        }

        assertProblem(api.submit(Form.of(Files.pdf(1), "a.pdf")), 429, "rate_limited");
        assertThat(Api.account("slow").submit(Form.of(Files.pdf(1), "a.pdf")).status())
                .isIn(200, 202);
    }

    @Test
    void a_page_that_is_read_counts_for_nothing() throws Exception {
        Api api = Api.account("slow");
        for (int i = 0; i < 4; i++) {
            assertThat(api.submit(Form.of(Files.pdf(5), "a.pdf")).status()).isIn(200, 202);
        }
    }

    @Test
    @DisplayName("pages of a suspended account are not given to workers; when it is active again they are read")
    void a_suspension_stops_queued_pages() throws Exception {
        worker.hold();
        Account account = Account.pro(300);
        String uuid = account.api().submit(Form.of(Files.pdf(200), "a.pdf")).text("uuid");
        status(account, "suspended");
        worker.goOn();
        String other = Api.demo().submit(Form.of(Files.pdf(3), "b.pdf")).text("uuid");
        Api.demo().ended(other);

        // what was with the workers is read, and not a page more
        AtomicInteger read = new AtomicInteger(-1);
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(1500)) // three looks of the dispatcher
                .until(() -> {
                    int now = done(account.id(), uuid);
                    return read.getAndSet(now) == now;
                });
        assertThat(read.get()).isLessThan(200);

        status(account, "active");
        JsonNode job = account.api().ended(uuid).json();
        assertThat(job.path("pages_done").asInt()).isEqualTo(200);
        assertThat(account.credits().path("balance").asInt()).isEqualTo(100);
        assertThat(account.credits().path("reserved").asInt()).isZero();
    }

    /** Settled pages, as the administrator's ledger tells: the holder is not let in. */
    private static int done(String account, String uuid) throws IOException, InterruptedException {
        int settled = 0;
        String cursor = "";
        do {
            JsonNode page = Api.administrator()
                    .get("/api/v1/admin/accounts/" + account + "/ledger/?limit=100" + cursor)
                    .json();
            for (JsonNode entry : page.path("items")) {
                settled += entry.path("kind").asText().equals("settle")
                                && entry.path("job").asText().equals(uuid)
                        ? 1
                        : 0;
            }
            cursor = page.path("next").isNull()
                    ? ""
                    : "&cursor=" + page.path("next").asText();
        } while (!cursor.isEmpty());
        return settled;
    }

    private static void status(Account account, String status) throws IOException, InterruptedException {
        Api.administrator()
                .patch("/api/v1/admin/accounts/" + account.id() + "/", "{\"status\":\"%s\"}".formatted(status));
    }
}
