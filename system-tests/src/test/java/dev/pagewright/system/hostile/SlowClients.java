package dev.pagewright.system.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pagewright.system.client.Client;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Clients that hold what they are given: they send a byte at a time, do not read, or go away. */
final class SlowClients {

    private static final String FORM = "multipart/form-data; boundary=b";
    private static final String PART =
            "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.pdf\"\r\n\r\n%PDF-1.7\n";

    /** How long they hold what they have. */
    private final Duration held;

    private SlowClients(Duration held) {
        this.held = held;
    }

    static List<Attack> holding(Duration held) {
        var clients = new SlowClients(held);
        return List.of(
                new Scene("uploads of a byte a second", 2, clients::drip),
                new Scene("requests whose head never ends", 2, clients::halfHeads),
                new Scene("uploads that break off", 3, clients::breakOff),
                new Scene("readers that do not read", 3, clients::doNotRead),
                new Scene("event streams without number", 3, clients::streams));
    }

    private void drip(Target target, Random random) throws IOException {
        List<RawConnection> connections = new ArrayList<>();
        try {
            for (int i = 0; i < 64; i++) {
                connections.add(RawConnection.open(target.url())
                        .send(target.head(
                                "POST",
                                "/api/v1/ocr/",
                                Map.of("Content-Type", FORM, "Content-Length", Integer.toString(1 << 20))))
                        .send(PART));
            }
            hold(() -> connections.removeIf(connection -> !sent(connection, "x")));
        } finally {
            connections.forEach(RawConnection::close);
        }
    }

    private void halfHeads(Target target, Random random) throws IOException {
        List<RawConnection> connections = new ArrayList<>();
        try {
            for (int i = 0; i < 200; i++) {
                connections.add(
                        RawConnection.open(target.url()).send("GET /api/v1/capabilities/ HTTP/1.1\r\nHost: x\r\n"));
            }
            hold(() -> connections.removeIf(connection -> !sent(connection, "X-A: " + random.nextInt() + "\r\n")));
        } finally {
            connections.forEach(RawConnection::close);
        }
    }

    private void breakOff(Target target, Random random) throws IOException {
        for (int i = 0; i < 80; i++) {
            try (RawConnection connection = RawConnection.open(target.url())) {
                connection.send(
                        target.head("POST", "/api/v1/ocr/", Map.of("Content-Type", FORM, "Content-Length", "100000")));
                connection.send(PART.substring(0, random.nextInt(PART.length())));
            }
        }
    }

    private void doNotRead(Target target, Random random) throws Exception {
        Client client = target.client();
        Client.Answer answer = client.submit("long.pdf", LongDocument.pdf(60, 500), Map.of());
        String uuid = answer.json().path("uuid").asText();
        client.ended(uuid);
        List<String> paths = List.of(
                "/api/v1/ocr/%s/?include=words", "/api/v1/ocr/%s/download/?format=json", "/api/v1/ocr/%s/events/");
        List<RawConnection> connections = new ArrayList<>();
        try {
            for (int i = 0; i < 64; i++) {
                String path = paths.get(random.nextInt(paths.size())).formatted(uuid);
                connections.add(RawConnection.open(target.url(), 2048).send(target.head("GET", path, Map.of())));
            }
            hold(() -> {});
        } finally {
            connections.forEach(RawConnection::close);
        }
        assertThat(client.get("/api/v1/ocr/" + uuid + "/").status()).isEqualTo(200);
    }

    private void streams(Target target, Random random) throws Exception {
        Target.Account account = target.another();
        String uuid = account.client()
                .submit("long.pdf", LongDocument.pdf(40, 100), Map.of())
                .json()
                .path("uuid")
                .asText();
        String head = "GET /api/v1/ocr/%s/events/ HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer %s\r\n\r\n"
                .formatted(uuid, account.token());
        List<RawConnection> connections = new ArrayList<>();
        try {
            for (int i = 0; i < 150; i++) {
                connections.add(RawConnection.open(target.url()).send(head));
            }
            account.client().ended(uuid);
        } finally {
            connections.forEach(RawConnection::close);
        }
    }

    /** Does the step every second for a while. */
    private void hold(Runnable step) {
        long end = System.nanoTime() + held.toNanos();
        while (System.nanoTime() < end) {
            step.run();
            LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(1));
        }
    }

    private static boolean sent(RawConnection connection, String text) {
        try {
            connection.send(text.getBytes(StandardCharsets.ISO_8859_1));
            return true;
        } catch (IOException e) { // the service has cut it off, as it should
            connection.close();
            return false;
        }
    }
}
