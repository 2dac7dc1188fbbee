package dev.pagewright.gateway.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pagewright.gateway.store.Database;
import dev.pagewright.gateway.testing.Api;
import dev.pagewright.gateway.testing.Backends;
import dev.pagewright.gateway.testing.Files;
import dev.pagewright.gateway.testing.Form;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Every token that was made or sent, in every way, searched for in all that was logged: access log and debug too. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class TokensInLogsIT {

    private static final String CLOSE = "\r\nConnection: close\r\n\r\n";
    private static final String END = " HTTP/1.1\r\nHost: x" + CLOSE;

    private static final List<String> DETAILED =
            List.of("io.quarkus.vertx.http", "io.vertx", "org.jboss.resteasy", "dev.pagewright");

    @Inject
    Database database;

    /** As an operator does who wants to know it all; else it would slow down every test. */
    @BeforeEach
    void logMore() {
        DETAILED.forEach(category -> Logger.getLogger(category).setLevel(Level.FINE));
    }

    @AfterEach
    void logAsBefore() {
        DETAILED.forEach(category -> Logger.getLogger(category).setLevel(null));
    }

    @Test
    @DisplayName("no token is in any log, audit or trace column, however it was sent")
    void no_token_is_logged() throws Exception {
        List<String> tokens =
                new ArrayList<>(List.of(Backends.DEMO_TOKEN, Backends.ADMIN_TOKEN, Backends.SERVICE_TOKEN));
        String account = Api.administrator()
                .post("/api/v1/admin/accounts/", "{\"name\":\"quiet\",\"plan\":\"internal\"}")
                .text("id");
        Api.Answer root = Api.administrator().post("/api/v1/admin/accounts/" + account + "/tokens/", "{}");
        tokens.add(root.text("token"));
        Api api = Api.of(root.text("token"));
        for (int i = 0; i < 5; i++) {
            Api.Answer made = api.post("/api/v1/account/tokens/", "{\"name\":\"n" + i + "\"}");
            tokens.add(made.text("token"));
            api.delete("/api/v1/account/tokens/" + made.text("id") + "/");
        }
        String uuid = Api.demo().submit(Form.of(Files.pdf(6), "a.pdf")).text("uuid");

        for (String token : tokens) {
            for (String request : requests(token, uuid)) {
                raw(request);
            }
        }
        Api.demo().delete("/api/v1/ocr/" + uuid + "/");
        Api.demo().get("/api/v1/tools/?the-last-request");
        Api.demo().get("/api/v1/account/the-last-request");

        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> logs().contains("the-last-request"));
        String log = logs();
        assertThat(log).as("the access log is on").contains("\"GET /api/v1/ocr/" + uuid + "/download/");
        assertThat(log).as("details are logged").contains(" DEBUG ");
        for (String token : tokens) {
            assertThat(log.lines().filter(line -> line.contains(token)))
                    .as(token)
                    .isEmpty();
        }
        String kept = database.inTransaction(sql -> sql.row("""
                        select coalesce(string_agg(actor || action || detail, ' '), '') || (
                            select coalesce(string_agg(coalesce(trace_parent, '') || coalesce(webhook_url, ''), ' '), '') from job)
                        from audit_entry""").orElseThrow().getString(0));
        assertThat(tokens).noneMatch(kept::contains);
    }

    /** The token in every place of requests that are served, refused or malformed. */
    private static List<String> requests(String token, String uuid) {
        List<String> requests = new ArrayList<>();
        for (String path : List.of(
                "/api/v1/account/",
                "/api/v1/ocr/" + uuid + "/",
                "/api/v1/ocr/" + uuid + "/download/",
                "/api/v1/ocr/" + uuid + "/pages/1/image/",
                "/api/v1/ocr/%zz/",
                "/api/v1/nowhere/",
                "/api/v1/admin/accounts/",
                "/api/v1/tools",
                "/q/health",
                "/q/metrics",
                "/x".repeat(3_000))) {
            requests.add("GET " + path + "?format=txt&api_token=" + token + END);
            requests.add("GET " + path + " HTTP/1.1\r\nAuthorization: Bearer " + token + "\r\nHost: x" + CLOSE);
            requests.add("GET " + path + "?api%5Ftoken=" + token + "&api_token=" + token + "&broken=%zz" + END);
            requests.add("NONSENSE " + path + "?api_token=" + token + END);
        }
        requests.add("POST /api/v1/ocr/?api_token=" + token
                + " HTTP/1.1\r\nHost: x\r\nContent-Type: multipart/form-data\r\nContent-Length: 5" + CLOSE + "abcde");
        requests.add("POST /api/v1/chat/" + uuid + "/?api_token=" + token
                + " HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 15" + CLOSE
                + "{\"message\":\"?\"}");
        requests.add("GET /x?api_token=" + token + " HTTP/9.9\r\nAuthorization: Bearer " + token + CLOSE);
        requests.add("GET /api/v1/account/ HTTP/1.1\r\nHost: x\r\nAuthorization Bearer " + token + CLOSE);
        requests.add("GET /api/v1/account/ HTTP/1.1\r\nHost: x\r\nX: " + "x".repeat(30_000) + token + CLOSE);
        return requests;
    }

    private static String logs() throws IOException {
        return java.nio.file.Files.readString(Backends.LOG) + java.nio.file.Files.readString(Backends.ACCESS_LOG);
    }

    /** Sends the bytes and reads whatever comes, until the end or a second without any. */
    private static void raw(String request) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", Api.port(), InetAddress.getByName("127.0.0.65"), 0)) {
            socket.setSoTimeout(1_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().flush();
            socket.getInputStream().readAllBytes();
        } catch (java.net.SocketTimeoutException | java.net.SocketException e) {
            // the server keeps the connection, or has had enough of it: either is an answer
        }
    }
}
