package dev.pagewright.gateway.contract;

import static dev.pagewright.gateway.contract.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.standardwebhooks.Webhook;
import dev.pagewright.gateway.store.Database;
import dev.pagewright.gateway.testing.Api;
import dev.pagewright.gateway.testing.Backends;
import dev.pagewright.gateway.testing.Files;
import dev.pagewright.gateway.testing.Form;
import dev.pagewright.gateway.testing.Receiver;
import dev.pagewright.gateway.testing.SimulatedWorker;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Webhooks at a job's end: signed as Standard Webhooks say, from a table, to allowed addresses alone. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class WebhooksIT {

    private static SimulatedWorker worker;

    @Inject
    Database database;

    private Receiver receiver;
    private Api api;

    @BeforeAll
    static void startWorker() throws IOException {
        worker = SimulatedWorker.start();
    }

    @BeforeEach
    void listen() throws Exception {
        receiver = Receiver.start();
        api = Api.account("free");
    }

    @AfterEach
    void stop() {
        worker.fail(Set.of());
        receiver.close();
    }

    @AfterAll
    static void stopWorker() {
        worker.close();
    }

    @Test
    @DisplayName("a finished job is told, with a signature that the public library accepts")
    void a_finished_job_is_told() throws Exception {
        String uuid = submit("/hook?from=pagewright");

        Receiver.Call call = receiver.next();

        new Webhook(secret()).verify(call.body(), HttpHeaders.of(call.headers(), (name, value) -> true));
        assertThat(call.path()).isEqualTo("/hook?from=pagewright");
        JsonNode message = new ObjectMapper().readTree(call.body());
        assertThat(message.path("type").asText()).isEqualTo("job.done");
        assertThat(message.at("/data/uuid").asText()).isEqualTo(uuid);
        assertThat(message.at("/data/status").asText()).isEqualTo("done");
        assertThat(message.path("timestamp").asText()).endsWith("Z");
        assertThat(delivery(uuid, "delivered").path("answer").asInt()).isEqualTo(204);
    }

    @Test
    void a_failed_job_is_told_too() throws Exception {
        worker.fail(Set.of(1));
        submit("/");

        assertThat(receiver.next().body()).contains("\"job.failed\"");
    }

    @Test
    @DisplayName("a call that fails is made again with the same id, until it is taken")
    void a_failed_call_is_repeated() throws Exception {
        receiver.answer(number -> number < 3 ? 500 : 200);
        String uuid = submit("/");

        String first = receiver.next().header("webhook-id");

        assertThat(receiver.next().header("webhook-id")).isEqualTo(first);
        assertThat(receiver.next().header("webhook-id")).isEqualTo(first);
        assertThat(delivery(uuid, "delivered").path("attempts").asInt()).isEqualTo(3);
    }

    @Test
    @DisplayName("what is never taken is given up, and sent again by request")
    void a_message_is_given_up_and_sent_again() throws Exception {
        receiver.answer(number -> number <= 4 ? 503 : 200);
        String uuid = submit("/");
        assertThat(delivery(uuid, "given_up").path("attempts").asInt()).isEqualTo(4);

        Api.Answer again = api.post("/api/v1/ocr/" + uuid + "/webhook/", "");

        assertThat(again.status()).isEqualTo(202);
        assertThat(delivery(uuid, "delivered").path("answer").asInt()).isEqualTo(200);
    }

    @Test
    void a_redirect_is_not_followed() throws Exception {
        receiver.answer(number -> 302);
        String uuid = submit("/");

        assertThat(delivery(uuid, "given_up").path("answer").asInt()).isEqualTo(302);
        for (int i = 0; i < 4; i++) {
            assertThat(receiver.next().path()).isEqualTo("/");
        }
        assertThat(receiver.waiting()).isZero();
    }

    @Test
    @DisplayName("the address is checked when the call is made, whatever was checked before")
    void an_address_that_has_become_private_is_not_called() throws Exception {
        String uuid = submit("/");
        receiver.next();
        delivery(uuid, "delivered");
        database.inTransaction(sql -> sql.update(
                "update webhook_delivery set url = $2 where job_id = $1", uuid, receiver.url("127.0.0.2", "/")));

        api.post("/api/v1/ocr/" + uuid + "/webhook/", "");

        assertThat(delivery(uuid, "given_up").path("failure").asText()).contains("may not be called");
        assertThat(receiver.waiting()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.2/",
                "http://169.254.169.254/latest/meta-data/",
                "http://[::1]/",
                "http://10.0.0.1/",
                "http://user:secret@example.org/"
            })
    void a_private_address_is_refused_at_once(String url) throws Exception {
        assertProblem(api.submit(Form.of(Files.pdf(1), "a.pdf").field("webhook_url", url)), 400, "invalid_parameter");
    }

    @Test
    @DisplayName("a secret is rotated: for a day both sign")
    void a_secret_is_rotated() throws Exception {
        String before = secret();

        Api.Answer rotated = api.post("/api/v1/account/webhook-secret/", "");
        submit("/");
        Receiver.Call call = receiver.next();

        assertThat(rotated.status()).isEqualTo(201);
        assertThat(rotated.text("secret")).startsWith("whsec_").isNotEqualTo(before);
        assertThat(secret()).isEqualTo(rotated.text("secret"));
        new Webhook(before).verify(call.body(), HttpHeaders.of(call.headers(), (name, value) -> true));
        new Webhook(rotated.text("secret")).verify(call.body(), HttpHeaders.of(call.headers(), (name, value) -> true));
    }

    @Test
    @DisplayName("each rotation stays in the audit for good: so many a day, also at once")
    void rotations_are_bounded() throws Exception {
        List<Callable<Api.Answer>> rotations =
                Collections.nCopies(30, () -> api.post("/api/v1/account/webhook-secret/", ""));
        List<Integer> statuses = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Api.Answer> rotated : threads.invokeAll(rotations)) {
                statuses.add(rotated.get().status());
            }
        }

        assertThat(statuses).containsOnly(201, 429);
        assertThat(Collections.frequency(statuses, 201)).isEqualTo(20);
    }

    @Test
    void a_job_without_a_webhook_has_none() throws Exception {
        String uuid = api.submit(Form.of(Files.pdf(1), "a.pdf")).text("uuid");

        assertThat(api.get("/api/v1/ocr/" + uuid + "/webhook/").json().path("items"))
                .isEmpty();
        assertProblem(api.post("/api/v1/ocr/" + uuid + "/webhook/", ""), 404, "not_found");
        assertProblem(Api.account("free").get("/api/v1/ocr/" + uuid + "/webhook/"), 404, "job_not_found");
        assertProblem(Api.account("free").post("/api/v1/ocr/" + uuid + "/webhook/", ""), 404, "job_not_found");
    }

    private String submit(String path) throws IOException, InterruptedException {
        Api.Answer answer =
                api.submit(Form.of(Files.pdf(1), "a.pdf").field("webhook_url", receiver.url("127.0.0.1", path)));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.text("uuid");
    }

    private String secret() throws IOException, InterruptedException {
        return api.get("/api/v1/account/webhook-secret/").text("secret");
    }

    /** The job's last message, once it has the status. */
    private JsonNode delivery(String uuid, String status) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(
                        () -> api.get("/api/v1/ocr/" + uuid + "/webhook/")
                                .json()
                                .at("/items/0"),
                        delivery -> delivery.path("status").asText().equals(status));
    }
}
