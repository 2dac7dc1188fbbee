package dev.pagewright.gateway.contract;

import static dev.pagewright.gateway.testing.RawClient.upload;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pagewright.gateway.testing.Api;
import dev.pagewright.gateway.testing.Backends;
import dev.pagewright.gateway.testing.Files;
import dev.pagewright.gateway.testing.Form;
import dev.pagewright.gateway.testing.RawClient;
import dev.pagewright.gateway.testing.SimulatedWorker;
import dev.pagewright.testing.Extent;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Clients that send slowly, or not at all, cost their own account its room and nobody else anything. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
@Tag("slow")
class SlowClientsIT {

    private static final int CLIENTS = 80;
    private static final int SLOTS_OF_AN_ACCOUNT = 64;
    private static final String BEGIN =
            "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.pdf\"\r\n\r\n%PDF-1.7\n";

    private static SimulatedWorker worker;

    private final List<RawClient> clients = new ArrayList<>();
    private final List<Future<?>> sending = new ArrayList<>();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();

    /** How a client is slow: what it sends at once, then each of its octets after a while. */
    enum Slow {
        HEAD_ONLY("", 0),
        HEAD_OF_THE_PART("--b\r\nContent-Disposition: form", 0),
        STALLED(BEGIN + "x".repeat(100_000), 0),
        AN_OCTET_A_SECOND(BEGIN, 1_000),
        AN_OCTET_A_MINUTE(BEGIN, 60_000),
        TEN_OCTETS_A_SECOND(BEGIN, 100),
        PREAMBLE("", 100);

        private final String begin;
        private final int millis;

        Slow(String begin, int millis) {
            this.begin = begin;
            this.millis = millis;
        }
    }

    @BeforeAll
    static void startWorker() throws IOException {
        worker = SimulatedWorker.start();
        worker.goOn();
    }

    @AfterAll
    static void stopWorker() {
        worker.close();
    }

    @AfterEach
    void leave() throws IOException {
        sending.forEach(client -> client.cancel(true));
        clock.shutdownNow();
        for (RawClient client : clients) {
            client.close();
        }
    }

    static List<Slow> kinds() {
        return Extent.every(3, List.of(Slow.values()));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    @DisplayName(
            "80 slow clients of one account: another's upload is answered as quickly, and the slow ones are given up")
    void slow_clients_hold_up_their_own_account_alone(Slow slow) throws Exception {
        Api other = Api.account("free");
        Duration quiet = quickest(other);
        String token = Api.token("free");
        for (int i = 0; i < CLIENTS; i++) {
            begin(token, slow);
        }

        Duration busy = quickest(other);

        assertThat(busy).isLessThan(quiet.multipliedBy(2).plusMillis(200));
        int refused = 0;
        for (RawClient client : clients) {
            RawClient.Answer answer = client.answer();
            refused += answer.status() == 503 ? 1 : 0;
            assertThat(answer.status()).isIn(400, 503);
            assertThat(answer.json().path("code").asText()).isIn("invalid_parameter", "overloaded");
            assertThat(client.closed()).isTrue();
        }
        assertThat(refused).isEqualTo(CLIENTS - SLOTS_OF_AN_ACCOUNT);
        assertThat(Api.of(token).submit(Form.of(Files.pdf(1), "a.pdf")).status())
                .as("their own account, once they are gone")
                .isEqualTo(200);
    }

    @Test
    @DisplayName("a body at the least pace ends at its deadline, which grows with its size")
    void a_body_has_a_deadline() throws Exception {
        RawClient client = connected();
        client.send(
                upload(Api.token("free"), "Content-Type: multipart/form-data; boundary=b", "Content-Length: 100000"));
        client.send(BEGIN);
        sending.add(
                clock.scheduleAtFixedRate(() -> sendQuietly(client, "x".repeat(400)), 0, 100, TimeUnit.MILLISECONDS));

        RawClient.Answer answer = client.answer();

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("detail").asText()).contains("9 seconds"); // 6, and 3 for 100,000 bytes
    }

    @Test
    @DisplayName("jobs that are waited for hold no room")
    void waiting_takes_no_room() throws Exception {
        worker.hold();
        try {
            String token = Api.token("internal");
            for (int i = 1; i <= SLOTS_OF_AN_ACCOUNT + 4; i++) {
                RawClient client = connected();
                Form form = Form.of(Files.pdf(1), "a.pdf");
                client.send(
                        upload(token, "Content-Type: " + form.contentType(), "Content-Length: " + form.bytes().length));
                client.send(form.bytes());
                int begun = i;
                Awaitility.await()
                        .atMost(Duration.ofSeconds(20))
                        .pollDelay(Duration.ZERO)
                        .pollInterval(Duration.ofMillis(10))
                        .until(() -> jobs(token) == begun);
            }
        } finally {
            worker.goOn();
        }
        for (RawClient client : clients) {
            assertThat(client.answer().status()).isEqualTo(200);
        }
    }

    private static int jobs(String token) throws Exception {
        return Api.of(token).get("/api/v1/ocr/?limit=100").json().path("items").size();
    }

    private void begin(String token, Slow slow) throws IOException {
        RawClient client = connected();
        client.send(upload(token, "Content-Type: multipart/form-data; boundary=b", "Content-Length: 1000000"));
        client.send(slow.begin);
        if (slow.millis > 0) {
            sending.add(clock.scheduleAtFixedRate(
                    () -> sendQuietly(client, "x"), slow.millis, slow.millis, TimeUnit.MILLISECONDS));
        }
    }

    /** Until the other side has gone. */
    private static void sendQuietly(RawClient client, String text) {
        try {
            client.send(text);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e); // ends the schedule
        }
    }

    private RawClient connected() throws IOException {
        RawClient client = RawClient.connect(Duration.ofSeconds(30));
        clients.add(client);
        return client;
    }

    /** The best of three: what the machine does beside is no part of it. */
    private static Duration quickest(Api api) throws Exception {
        Duration best = Duration.ofMinutes(1);
        for (int i = 0; i < 3; i++) {
            byte[] file = Files.pdf(1);
            long start = System.nanoTime();
            assertThat(api.submit(Form.of(file, "a.pdf")).status()).isEqualTo(200);
            Duration taken = Duration.ofNanos(System.nanoTime() - start);
            best = taken.compareTo(best) < 0 ? taken : best;
        }
        return best;
    }
}
