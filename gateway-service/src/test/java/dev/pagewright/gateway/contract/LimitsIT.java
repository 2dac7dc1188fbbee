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
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What plans, credits and rates allow, to the page. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class LimitsIT {

    private static final String JOBS = "/api/v1/ocr/";
    private static final String ACCOUNT = "/api/v1/account/";

    private static SimulatedWorker worker;

    @BeforeAll
    static void startWorker() throws IOException {
        worker = SimulatedWorker.start();
    }

    @AfterEach
    void let() {
        worker.goOn();
        worker.fail(Set.of());
    }

    @AfterAll
    static void stopWorker() {
        worker.close();
    }

    @Test
    @DisplayName("C09 C14: the day's pages are a limit, and 402 tells how it stands")
    void the_days_pages_are_a_limit() throws Exception {
        Api api = Api.account("free");
        assertThat(api.submit(Form.of(Files.pdf(48), "a.pdf")).status()).isEqualTo(202);
        long before = originals();

        Api.Answer refused = api.submit(Form.of(Files.pdf(3), "b.pdf"));

        JsonNode problem = assertProblem(refused, 402, "quota_exceeded");
        assertThat(problem.path("used").asInt()).isEqualTo(48);
        assertThat(problem.path("cap").asInt()).isEqualTo(50);
        assertThat(problem.path("unit").asText()).isEqualTo("pages_today");
        assertThat(problem.path("requested").asInt()).isEqualTo(3);
        assertThat(Instant.parse(problem.path("resets_at").asText()))
                .isEqualTo(
                        LocalDate.now(ZoneOffset.UTC).plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC));
        assertThat(originals()).as("nothing is stored").isEqualTo(before);
        assertThat(api.get(JOBS).json().path("items")).hasSize(1);
        assertThat(api.get(ACCOUNT).json().path("used").asInt()).isEqualTo(48);
        assertThat(api.submit(Form.of(Files.pdf(2), "c.pdf")).status()).isEqualTo(200);
    }

    @Test
    @DisplayName("C14: credits are reserved, settled at what was read, and refunded to the thousandth")
    void credits_are_spent_exactly() throws Exception {
        Account account = Account.pro(20);
        worker.fail(Set.of(2));

        // a page on vlm costs 5; without an endpoint it is read, and settled, at 1
        Api.Answer done = account.api().submit(Form.of(Files.pdf(3), "a.pdf").field("tier", "vlm"));

        assertThat(done.status()).as(done.body()).isEqualTo(200);
        assertThat(account.credits().path("balance").asInt()).isEqualTo(18);
        assertThat(account.credits().path("reserved").asInt()).isZero();
        assertThat(account.ledger()).containsExactly("settle 4", "refund 5", "settle 4", "reserve -15", "grant 20");
    }

    @Test
    @DisplayName("C09: without the credits it is 402, and waiting does not help")
    void credits_run_out() throws Exception {
        Account account = Account.pro(7);
        worker.hold();
        assertThat(account.api().submit(Form.of(Files.pdf(6), "a.pdf")).status())
                .isEqualTo(202);

        JsonNode problem = assertProblem(
                account.api().submit(Form.of(Files.pdf(1), "b.pdf").field("tier", "vlm")), 402, "quota_exceeded");

        assertThat(problem.path("unit").asText()).isEqualTo("credits");
        assertThat(problem.path("used").asInt()).isEqualTo(6);
        assertThat(problem.path("cap").asInt()).isEqualTo(7);
        assertThat(problem.path("requested").asInt()).isEqualTo(5);
        assertThat(problem.path("resets_at").isNull()).isTrue();
        assertThat(account.credits().path("balance").asInt()).isEqualTo(1);
        assertThat(account.credits().path("reserved").asInt()).isEqualTo(6);
    }

    @Test
    @DisplayName("50 submissions at once against a balance of 10 pages: exactly 10 are admitted")
    void concurrent_submissions_are_admitted_exactly() throws Exception {
        Account account = Account.pro(10);
        List<Callable<Integer>> clients = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            byte[] file = Files.pdf(1);
            clients.add(() -> account.api().submit(Form.of(file, "a.pdf")).status());
        }

        List<Integer> answers = all(clients);

        assertThat(answers.stream().filter(status -> status == 200)).hasSize(10);
        assertThat(answers.stream().filter(status -> status == 402)).hasSize(40);
        assertThat(account.credits().path("balance").asInt()).isZero();
        assertThat(account.credits().path("reserved").asInt()).isZero();
    }

    @Test
    @DisplayName("8 concurrent submissions with one Idempotency-Key charge once")
    void duplicates_charge_once() throws Exception {
        Account account = Account.pro(10);
        byte[] file = Files.pdf(2);
        List<Callable<String>> clients = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            clients.add(() -> account.keyed("once", Form.of(file, "a.pdf")).text("uuid"));
        }

        assertThat(Set.copyOf(all(clients))).hasSize(1);
        assertThat(account.credits().path("balance").asInt()).isEqualTo(8);
        // a repeat of what was paid is answered even when nothing is left
        assertThat(account.api().submit(Form.of(Files.pdf(8), "b.pdf")).status())
                .isEqualTo(202);
        assertThat(account.keyed("once", Form.of(file, "a.pdf")).status()).isEqualTo(200);
    }

    @Test
    @DisplayName("a retry is admitted like a submission")
    void a_retry_needs_credits_too() throws Exception {
        Account account = Account.pro(2);
        worker.fail(Set.of(1));
        String uuid = account.api().submit(Form.of(Files.pdf(2), "a.pdf")).text("uuid");
        worker.fail(Set.of());
        assertThat(account.api().submit(Form.of(Files.pdf(1), "b.pdf")).status())
                .isEqualTo(200);

        assertProblem(account.api().post(JOBS + uuid + "/retry/", ""), 402, "quota_exceeded");
        assertThat(account.api().get(JOBS + uuid + "/").text("status")).isEqualTo("done");
        account.grant(1);
        assertThat(account.api().post(JOBS + uuid + "/retry/", "").status()).isEqualTo(202);
        assertThat(account.api().ended(uuid).json().path("pages_failed").asInt())
                .isZero();
        assertThat(account.credits().path("balance").asInt()).isZero();
    }

    @Test
    @DisplayName("every answer to an account tells its rate, refusals too")
    void every_answer_tells_the_rate() throws Exception {
        Api api = Api.account("free");
        for (Api.Answer answer : List.of(
                api.get(ACCOUNT),
                api.get(JOBS + "0123456789abcdef0123456789abcdef/"),
                api.get(JOBS + "?limit=0"),
                api.submit(Form.of(new byte[9], "a.pdf")),
                api.submit(Form.of(Files.pdf(1), "a.pdf")),
                api.get("/api/v1/admin/accounts/"))) {
            if (answer.status() == 403) {
                continue; // the administrator's side has a rate of its own
            }
            assertThat(answer.header("RateLimit-Policy")).hasValue("\"requests\";q=3000;w=60");
            assertThat(answer.header("RateLimit").orElse("")).matches("\"requests\";r=\\d+;t=\\d+");
        }
        long left = left(api.get(ACCOUNT));
        assertThat(left(api.get(ACCOUNT))).isBetween(left - 2, Math.max(left, 3000));
    }

    private static long left(Api.Answer answer) {
        return Long.parseLong(answer.header("RateLimit").orElseThrow().replaceAll(".*r=(\\d+);.*", "$1"));
    }

    @Test
    @DisplayName("more requests than the plan allows are 429, and nobody else is slower for it")
    void too_many_requests_are_refused() throws Exception {
        Api api = Api.account("slow");
        List<Callable<Api.Answer>> clients = new ArrayList<>();
        for (int i = 0; i < 130; i++) {
            clients.add(() -> api.get(ACCOUNT));
        }

        List<Api.Answer> answers = all(clients);

        long admitted =
                answers.stream().filter(answer -> answer.status() == 200).count();
        assertThat(admitted).isBetween(60L, 120L); // at the turn of a minute, two minutes' worth
        Api.Answer refused = answers.stream()
                .filter(answer -> answer.status() == 429)
                .findFirst()
                .orElseThrow();
        assertProblem(refused, 429, "rate_limited");
        assertThat(Integer.parseInt(refused.header("Retry-After").orElseThrow()))
                .isBetween(1, 60);
        assertThat(refused.header("RateLimit").orElseThrow()).startsWith("\"requests\";r=0;");
        assertThat(Api.account("free").get(ACCOUNT).status()).isEqualTo(200);
    }

    private static <T> List<T> all(List<Callable<T>> calls) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(calls.size())) {
            List<T> results = new ArrayList<>();
            for (var result : threads.invokeAll(calls)) {
                results.add(result.get());
            }
            return results;
        }
    }

    private static long originals() throws IOException {
        Path blobs = ConfigProvider.getConfig().getValue("pagewright.blob-directory", Path.class);
        try (var files = java.nio.file.Files.walk(blobs)) {
            return files.filter(
                            file -> file.toString().contains("/originals/") && java.nio.file.Files.isRegularFile(file))
                    .count();
        }
    }
}
