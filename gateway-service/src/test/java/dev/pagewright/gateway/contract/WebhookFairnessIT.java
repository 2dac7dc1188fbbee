package dev.pagewright.gateway.contract;

import static dev.pagewright.gateway.contract.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pagewright.gateway.store.Database;
import dev.pagewright.gateway.testing.Api;
import dev.pagewright.gateway.testing.Backends;
import dev.pagewright.gateway.testing.Files;
import dev.pagewright.gateway.testing.Form;
import dev.pagewright.gateway.testing.HangingReceiver;
import dev.pagewright.gateway.testing.Receiver;
import dev.pagewright.gateway.testing.SimulatedWorker;
import dev.pagewright.gateway.webhook.Spellings;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** One account's addresses that never answer, and everybody else's webhooks. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class WebhookFairnessIT {

    private static final int PER_ACCOUNT = 16;
    private static final int PER_HOST = 4;

    private static SimulatedWorker worker;

    @Inject
    Database database;

    private Receiver receiver;

    @BeforeAll
    static void startWorker() throws IOException {
        worker = SimulatedWorker.start();
    }

    @BeforeEach
    void listen() throws IOException {
        receiver = Receiver.start();
    }

    @AfterEach
    void stop() {
        receiver.close();
    }

    @AfterAll
    static void stopWorker() {
        worker.close();
    }

    @Test
    @DisplayName(
            "300 hanging and dripping addresses of one account: another's webhook comes within 3 seconds, again and again")
    void addresses_that_never_answer_hold_up_nobody_else() throws Exception {
        Api hostile = Api.account("internal");
        try (HangingReceiver hanging = HangingReceiver.start(300)) {
            pile(hostile, hanging.urls());
            Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> hanging.connections() >= PER_ACCOUNT);

            for (int round = 0; round < 5; round++) {
                Api other = Api.account("free");
                long start = System.nanoTime();
                submit(other, receiver.url("127.0.0.1", "/round" + round));
                receiver.next();
                assertThat(Duration.ofNanos(System.nanoTime() - start))
                        .as("round %d", round)
                        .isLessThan(Duration.ofSeconds(3));
            }
            assertThat(hanging.most()).as("calls of one account at once").isLessThanOrEqualTo(PER_ACCOUNT + 2);
        } finally {
            giveUp(hostile);
        }
    }

    @Test
    @DisplayName("500 messages of one account to one host that hangs: the account's own other host is served too")
    void a_host_that_hangs_holds_up_no_other_host_of_its_account() throws Exception {
        Api account = Api.account("internal");
        try (HangingReceiver hanging = HangingReceiver.start(1)) {
            List<String> urls = new ArrayList<>();
            for (int i = 0; i < 400; i++) {
                urls.add(hanging.urls().getFirst() + "?" + i);
            }
            pile(account, urls);
            Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> hanging.connections() >= PER_HOST);

            long start = System.nanoTime();
            submit(account, receiver.url("127.0.0.1", "/mine"));
            receiver.next();

            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(3));
            assertThat(hanging.most()).as("calls to one host at once").isLessThanOrEqualTo(PER_HOST + 1);
        } finally {
            giveUp(account);
        }
    }

    @Test
    @DisplayName("a host that does not answer is left alone after some calls, and called when its account asks")
    void a_circuit_opens_and_is_tried_again() throws Exception {
        Api account = Api.account("internal");
        int port;
        try (HangingReceiver gone = HangingReceiver.start(1)) {
            port = java.net.URI.create(gone.urls().getFirst()).getPort();
        } // closed: refused at once
        String uuid = submit(account, "http://127.0.0.1:" + port + "/");
        awaitStatus(account, uuid, "given_up"); // four calls
        String second = submit(account, "http://127.0.0.1:" + port + "/");
        Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> attempts(account, second) == 1);

        assertThat(openCircuits(port)).isEqualTo(1);
        Awaitility.await() // sweeps go by, and none calls
                .during(Duration.ofSeconds(1))
                .atMost(Duration.ofSeconds(3))
                .until(() -> attempts(account, second) == 1);

        account.post("/api/v1/ocr/" + second + "/webhook/", "");
        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .until(() -> attempts(account, second) == 1 && failed(account, second));
        assertThat(openCircuits(port)).isEqualTo(1);
    }

    @Test
    @DisplayName("another account's circuit is its own")
    void a_host_that_one_account_has_closed_is_open_to_another() throws Exception {
        Api one = Api.account("internal");
        String host = receiver.url("127.0.0.1", "");
        String closed = submit(one, host + "/first");
        receiver.next();
        awaitStatus(one, closed, "delivered");
        database.inTransaction(sql -> sql.update("""
                insert into webhook_circuit (account_id, host, failures, open_until)
                select account_id, host, 9, now() + interval '1 hour' from webhook_delivery where job_id = $1""", closed));

        String waiting = submit(one, host + "/one");
        submit(Api.account("free"), host + "/other");

        assertThat(receiver.next().path()).isEqualTo("/other");
        assertThat(attempts(one, waiting)).isZero();
    }

    @Test
    @DisplayName("a suspended account's messages wait, and are sent when it is active again")
    void a_suspended_account_calls_nobody() throws Exception {
        Account account = Account.pro(10);
        String uuid = submit(account.api(), receiver.url("127.0.0.1", "/"));
        receiver.next();
        awaitStatus(account.api(), uuid, "delivered");
        status(account, "suspended");
        database.inTransaction(sql -> sql.update(
                "update webhook_delivery set status = 'waiting', attempts = 0, due_at = now() where job_id = $1",
                uuid));

        submit(Api.account("free"), receiver.url("127.0.0.1", "/other")); // the sender has looked
        assertThat(receiver.next().path()).isEqualTo("/other");
        assertThat(receiver.waiting()).isZero();

        status(account, "active");
        assertThat(receiver.next().path()).isEqualTo("/");
    }

    @Test
    @DisplayName(
            "every other spelling of an address is refused at submission, though the address itself is allowed here")
    void other_spellings_are_refused_at_submission() throws Exception {
        Api api = Api.account("internal");
        for (int[] address : new int[][] {{127, 0, 0, 1}, {169, 254, 169, 254}}) {
            for (String host : Spellings.others(address)) {
                if (host.indexOf('\0') < 0
                        && !host.startsWith("[::ffff:")
                        && !host.startsWith("[::FFFF:")
                        && !host.startsWith("[0:")) {
                    Form form = Form.of(Files.pdf(1), "a.pdf").field("webhook_url", "http://" + host + ":8080/");
                    assertProblem(api.submit(form), 400, "invalid_parameter");
                }
            }
        }
    }

    @Test
    @DisplayName("every other spelling of an address is refused at delivery, whatever was checked before")
    void other_spellings_are_refused_at_delivery() throws Exception {
        Api api = Api.account("internal");
        String uuid = submit(api, receiver.url("127.0.0.1", "/"));
        receiver.next();
        awaitStatus(api, uuid, "delivered");
        Random random = new Random(3);
        for (int i = 0; i < 12; i++) {
            List<String> all = Spellings.others(new int[] {127, 0, 0, 1 + random.nextInt(2)});
            String host = all.get(random.nextInt(29)); // those of IPv4
            if (host.indexOf('\0') >= 0) {
                continue;
            }
            String url = receiver.url(host, "/");
            database.inTransaction(
                    sql -> sql.update("update webhook_delivery set url = $2 where job_id = $1", uuid, url));
            api.post("/api/v1/ocr/" + uuid + "/webhook/", "");
            awaitStatus(api, uuid, "given_up");
            assertThat(receiver.waiting()).as(url).isZero();
        }
    }

    private void pile(Api api, List<String> urls) throws Exception {
        String uuid = submit(api, urls.getFirst());
        Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> deliveries(api, uuid) > 0);
        database.inTransaction(sql -> sql.update("""
                insert into webhook_delivery (id, account_id, job_id, url, host, type, payload, due_at, created_at)
                select md5(u.url || random()), d.account_id, d.job_id, u.url, lower(substring(u.url from '^http://([^/?#]+)')),
                    d.type, d.payload, now(), now()
                from webhook_delivery d, unnest($2::text[]) u(url) where d.job_id = $1""", uuid, urls.toArray(String[]::new)));
    }

    private void giveUp(Api api) throws Exception {
        String id = api.get("/api/v1/account/").text("id");
        database.inTransaction(
                sql -> sql.update("update webhook_delivery set status = 'given_up' where account_id = $1", id));
    }

    private static void status(Account account, String status) throws Exception {
        Api.administrator()
                .patch("/api/v1/admin/accounts/" + account.id() + "/", "{\"status\":\"%s\"}".formatted(status));
    }

    private static String submit(Api api, String url) throws Exception {
        Api.Answer answer = api.submit(Form.of(Files.pdf(1), "a.pdf").field("webhook_url", url));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.text("uuid");
    }

    private static void awaitStatus(Api api, String uuid, String status) {
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> api.get("/api/v1/ocr/" + uuid + "/webhook/")
                .json()
                .at("/items/0/status")
                .asText()
                .equals(status));
    }

    private static int deliveries(Api api, String uuid) throws Exception {
        return api.get("/api/v1/ocr/" + uuid + "/webhook/").json().path("items").size();
    }

    private static int attempts(Api api, String uuid) throws Exception {
        return api.get("/api/v1/ocr/" + uuid + "/webhook/")
                .json()
                .at("/items/0/attempts")
                .asInt(-1);
    }

    private static boolean failed(Api api, String uuid) throws Exception {
        return api.get("/api/v1/ocr/" + uuid + "/webhook/")
                .json()
                .at("/items/0/failure")
                .isTextual();
    }

    private long openCircuits(int port) {
        return database.inTransaction(sql -> sql.row(
                        "select count(*) from webhook_circuit where host = $1 and open_until > now()",
                        "127.0.0.1:" + port)
                .orElseThrow()
                .getLong(0));
    }
}
