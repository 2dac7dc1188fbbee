package dev.pagewright.gateway.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pagewright.gateway.ledger.Drift;
import dev.pagewright.gateway.testing.Api;
import dev.pagewright.gateway.testing.Backends;
import dev.pagewright.gateway.testing.Files;
import dev.pagewright.gateway.testing.Form;
import dev.pagewright.gateway.testing.SecondGateway;
import dev.pagewright.gateway.testing.SimulatedWorker;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Two gateways on one database and broker are one service; one of them may die. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TwoReplicasIT {

    private static final String JOBS = "/api/v1/ocr/";

    private static SimulatedWorker worker;
    private static SecondGateway second;

    @Inject
    Drift drift;

    @BeforeAll
    static void start() throws IOException {
        worker = SimulatedWorker.start();
        second = SecondGateway.start();
    }

    @AfterAll
    static void stop() {
        second.close();
        worker.close();
    }

    @Test
    @DisplayName("C02 C04: either answers inline, and for the other's jobs")
    void either_answers_for_any_job() throws Exception {
        Api here = Api.account("internal");
        Api there = here.at(second.port());
        for (int i = 0; i < 4; i++) {
            Api.Answer mine = here.submit(Form.of(Files.pdf(2), "a.pdf"));
            Api.Answer its = there.submit(Form.of(Files.pdf(2), "a.pdf"));

            assertThat(mine.status()).isEqualTo(200);
            assertThat(its.status()).isEqualTo(200);
            assertThat(there.get(JOBS + mine.text("uuid") + "/").body()).isEqualTo(mine.body());
            assertThat(here.get(JOBS + its.text("uuid") + "/").body()).isEqualTo(its.body());
        }
    }

    @Test
    @DisplayName("events have the same ids on both, so that a stream resumes anywhere")
    void events_are_the_same() throws Exception {
        Api here = Api.account("internal");
        String uuid = here.submit(Form.of(Files.pdf(7), "a.pdf")).text("uuid");

        String followed = here.at(second.port()).get(JOBS + uuid + "/events/").body();

        assertThat(followed).contains("\"done\"");
        assertThat(here.get(JOBS + uuid + "/events/").body()).isEqualTo(followed);
    }

    @Test
    @DisplayName("a token revoked here, an account suspended here, is refused there within a second")
    void what_is_taken_away_is_gone_everywhere() throws Exception {
        Account account = Account.pro(1);
        Api there = account.api().at(second.port());
        assertThat(there.get("/api/v1/account/").status()).isEqualTo(200);

        Api.administrator().patch("/api/v1/admin/accounts/" + account.id() + "/", "{\"status\":\"suspended\"}");

        Awaitility.await()
                .atMost(Duration.ofSeconds(1))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> there.get("/api/v1/account/").status() == 403);
    }

    @Test
    @DisplayName("50 submissions to both against 10 pages: exactly 10 are admitted")
    void admission_is_exact_over_replicas() throws Exception {
        Account account = Account.pro(10);
        List<Callable<Integer>> clients = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            byte[] file = Files.pdf(1);
            Api api = i % 2 == 0 ? account.api() : account.api().at(second.port());
            clients.add(() -> api.submit(Form.of(file, "a.pdf")).status());
        }

        List<Integer> answers = all(clients);

        assertThat(answers.stream().filter(status -> status == 200)).hasSize(10);
        assertThat(answers.stream().filter(status -> status == 402)).hasSize(40);
    }

    @Test
    @DisplayName("a rate is one for both")
    void a_rate_is_shared() throws Exception {
        Api here = Api.account("slow");
        Api there = here.at(second.port());
        List<Callable<Integer>> clients = new ArrayList<>();
        for (int i = 0; i < 130; i++) {
            Api api = i % 2 == 0 ? here : there;
            clients.add(() -> api.get("/api/v1/account/").status());
        }

        long admitted = all(clients).stream().filter(status -> status == 200).count();

        assertThat(admitted).isBetween(60L, 120L); // at the turn of a minute, two minutes' worth
    }

    @Test
    @Order(Order.DEFAULT + 1)
    @DisplayName("kill -9 under load: what was answered is there, nothing is charged twice, all sums are right")
    void a_gateway_that_is_killed_loses_and_charges_nothing() throws Exception {
        Account account = Account.pro(200);
        List<byte[]> files = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            files.add(Files.pdf(2));
        }
        Set<String> answered = new HashSet<>();
        try (ExecutorService clients = Executors.newFixedThreadPool(8)) {
            List<Callable<String>> requests = new ArrayList<>();
            for (int i = 0; i < files.size(); i++) {
                int number = i;
                requests.add(() -> {
                    if (number == 15) {
                        second.kill();
                    }
                    try {
                        return account.at(second.port())
                                .keyed("kill-" + number, Form.of(files.get(number), "a.pdf"))
                                .text("uuid");
                    } catch (IOException e) {
                        return ""; // it died before it answered
                    }
                });
            }
            for (var answer : clients.invokeAll(requests)) {
                answered.add(answer.get());
            }
        }
        answered.remove("");

        Set<String> jobs = new HashSet<>();
        for (int i = 0; i < files.size(); i++) {
            jobs.add(account.keyed("kill-" + i, Form.of(files.get(i), "a.pdf")).text("uuid"));
        }
        for (String job : jobs) {
            assertThat(account.api().ended(job).text("status")).isEqualTo("done");
        }

        assertThat(jobs).hasSize(files.size()).containsAll(answered);
        assertThat(account.credits().path("balance").asInt()).isEqualTo(200 - 2 * files.size());
        assertThat(account.credits().path("reserved").asInt()).isZero();
        assertThat(drift.check()).isZero();
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
}
