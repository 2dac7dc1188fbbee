package dev.pagewright.gateway.contract;

import static dev.pagewright.gateway.contract.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pagewright.gateway.testing.AddressedClient;
import dev.pagewright.gateway.testing.Api;
import dev.pagewright.gateway.testing.Backends;
import dev.pagewright.gateway.testing.Files;
import dev.pagewright.gateway.testing.Form;
import dev.pagewright.gateway.testing.SimulatedWorker;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Too much of anything is told, and the next one is served. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class OverloadIT {

    @Test
    @DisplayName("more uploads at once than an account may send are 503, and room is made by those that end")
    void uploads_at_once_are_limited() throws Exception {
        List<Socket> stalled = new ArrayList<>();
        try (SimulatedWorker worker = SimulatedWorker.start()) {
            worker.goOn();
            try {
                for (int i = 0; i < 64; i++) {
                    stalled.add(startUpload());
                }
                Awaitility.await()
                        .atMost(Duration.ofSeconds(60))
                        .untilAsserted(() ->
                                assertProblem(Api.demo().submit(Form.of(Files.pdf(1), "a.pdf")), 503, "overloaded"));
                assertThat(Api.demo().get("/api/v1/account/").status()).isEqualTo(200);
            } finally {
                for (Socket socket : stalled) {
                    socket.close();
                }
            }
            Awaitility.await()
                    .atMost(Duration.ofSeconds(60))
                    .until(() ->
                            Api.demo().submit(Form.of(Files.pdf(1), "a.pdf")).status() == 200);
        }
    }

    @Test
    @DisplayName("uploads whose clients have gone at once take nobody's room")
    void clients_that_leave_take_no_room() throws Exception {
        for (int i = 0; i < 300; i++) {
            Socket socket = startUpload();
            socket.setSoLinger(true, 0);
            socket.close();
        }
        try (SimulatedWorker worker = SimulatedWorker.start()) {
            worker.goOn();
            Awaitility.await()
                    .atMost(Duration.ofSeconds(20))
                    .until(() ->
                            Api.demo().submit(Form.of(Files.pdf(1), "a.pdf")).status() == 200);
        }
    }

    @Test
    @DisplayName("more pages waiting than an account may have are 503; nothing is charged, others go on")
    void waiting_pages_are_limited() throws Exception {
        try (SimulatedWorker worker = SimulatedWorker.start()) {
            worker.hold();
            Account account = Account.pro(2_000);
            String first =
                    account.api().submit(Form.of(Files.pdf(550), "a.pdf")).text("uuid");

            assertProblem(account.api().submit(Form.of(Files.pdf(100), "b.pdf")), 503, "overloaded");

            assertThat(account.credits().path("balance").asInt()).isEqualTo(1_450);
            assertThat(Api.account("free")
                            .submit(Form.of(Files.pdf(6), "c.pdf"))
                            .status())
                    .isEqualTo(202);
            worker.goOn();
            account.api().ended(first);
        }
    }

    @Test
    @DisplayName("thousands of wrong tokens are 401, then 429, and an account at the same address is served among them")
    void wrong_tokens_slow_nobody_down() throws Exception {
        try (AddressedClient client = AddressedClient.at("127.0.0.67");
                ExecutorService clients = Executors.newFixedThreadPool(16)) {
            List<Callable<Integer>> requests = new ArrayList<>();
            for (int i = 0; i < 3_000; i++) {
                String token = i % 3 == 0 ? "pw_" + "x".repeat(49) : "guess-" + i;
                requests.add(() -> client.get("/api/v1/account/", token).statusCode());
                if (i % 100 == 0) {
                    requests.add(() ->
                            client.get("/api/v1/account/", Backends.DEMO_TOKEN).statusCode() + 1_000);
                }
            }
            for (var answer : clients.invokeAll(requests)) {
                assertThat(answer.get()).isIn(401, 429, 1_200);
            }
        }
    }

    @Test
    @DisplayName("CORS is off: no page of another origin reads an answer")
    void other_origins_are_told_nothing() throws Exception {
        Api.Answer answer = Api.demo()
                .send(Api.demo()
                        .request("/api/v1/account/")
                        .header("Origin", "https://elsewhere.example")
                        .build());

        assertThat(answer.header("Access-Control-Allow-Origin")).isEmpty();
    }

    private static Socket startUpload() throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), Api.port());
        socket.getOutputStream().write("""
            POST /api/v1/ocr/ HTTP/1.1\r
            Host: localhost\r
            Authorization: Bearer %s\r
            Content-Type: multipart/form-data; boundary=b\r
            Content-Length: 1000000\r
            \r
            --b\r
            Content-Disposition: form-data; name="file"; filename="a.pdf"\r
            \r
            %%PDF-1.7
            """.formatted(Backends.DEMO_TOKEN).getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
        return socket;
    }
}
