package dev.pagewright.system.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pagewright.security.TokenText;
import dev.pagewright.system.client.Client;
import dev.pagewright.system.document.SampleDocuments;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Requests that are malformed, forged, or ask for very much. */
final class OddRequests {

    /** A refusal that needs no work comes at once; the machine is busy meanwhile. */
    private static final Duration AT_ONCE = Duration.ofSeconds(5);

    private static final String FILE = "Content-Disposition: form-data; name=\"file\"; filename=\"a.png\"\r\n\r\n";

    private static final SecureRandom SECURE = new SecureRandom();

    private OddRequests() {}

    static List<Attack> all() {
        return List.of(
                new Scene("forms that are broken", 3, OddRequests::brokenForms),
                new Scene("addresses that are malformed", 3, OddRequests::addresses),
                new Scene("fields that do not exist or lie", 3, OddRequests::fields),
                new Scene("tokens that nobody made", 3, OddRequests::tokens),
                new Scene("webhooks to addresses within", 3, OddRequests::webhooks),
                new Scene("pictures of a page in every width", 3, OddRequests::widths),
                new Scene("downloads in every format, left by half", 3, OddRequests::downloads),
                new Scene("jobs deleted as soon as they are there", 3, OddRequests::deletions),
                new Scene("questions that are no questions", 3, OddRequests::questions));
    }

    private static void brokenForms(Target target, Random random) throws IOException {
        List<Map.Entry<String, String>> forms = List.of(
                Map.entry("multipart/form-data; boundary=b", "--b\r\n" + FILE + "x\r\n"),
                Map.entry("multipart/form-data", "--b\r\n" + FILE + "x\r\n--b--\r\n"),
                Map.entry("multipart/form-data; boundary=c", "--b\r\n" + FILE + "x\r\n--b--\r\n"),
                Map.entry("multipart/form-data; boundary=b", ""),
                Map.entry("multipart/form-data; boundary=b", "--b--\r\n"),
                Map.entry("multipart/form-data; boundary=b", "--b\r\nContent-Disposition: form-da"),
                Map.entry("multipart/form-data; boundary=b", "--b\r\n\r\nx\r\n--b--\r\n"),
                Map.entry("multipart/form-data; boundary=b", "--b\r\n" + "X-A: b\r\n".repeat(20_000)),
                Map.entry("multipart/form-data; boundary=b", "x".repeat(100_000)),
                Map.entry("multipart/form-data; boundary=\"\"", "--\r\n" + FILE + "x\r\n----\r\n"),
                Map.entry("multipart/form-data; boundary=" + "b".repeat(5000), "--b\r\n"),
                Map.entry(
                        "multipart/form-data; boundary=b",
                        "--b\r\nContent-Disposition: form-data; name=\"tier\"\r\n\r\n" + "v".repeat(3_000_000)
                                + "\r\n--b--\r\n"));
        for (Map.Entry<String, String> form : forms) {
            String body = random.nextBoolean() ? form.getValue() : form.getValue() + "\r\n".repeat(random.nextInt(3));
            refused(
                    target,
                    target.head(
                                    "POST",
                                    "/api/v1/ocr/",
                                    Map.of(
                                            "Content-Type",
                                            form.getKey(),
                                            "Content-Length",
                                            Integer.toString(body.length())))
                            + body);
        }
    }

    private static void addresses(Target target, Random random) throws IOException {
        List<String> letters = List.of(
                "%zz",
                "%e9", "%", "%00", "%2e%2e/", "..;/", "%c0%af", "%u0041", "~", "\u00e9", "'", "\"", "|", "{", "^");
        for (String odd : letters) {
            String path = List.of("/api/v1/ocr/%s/", "/%s", "/api/v1/ocr/?limit=%s", "/api/v1/%s/ocr/")
                    .get(random.nextInt(4))
                    .formatted(odd);
            refused(target, target.head("GET", path, Map.of()));
        }
    }

    /** An answer within the time that is a problem, or a list where the parameter was taken as it is. */
    private static void refused(Target target, String request) throws IOException {
        try (RawConnection connection = RawConnection.open(target.url())) {
            try {
                connection.send(request);
            } catch (IOException e) {
                // it may answer and close before all was sent: the answer is still there to be read
            }
            Optional<RawConnection.Answer> answer = connection.answer(AT_ONCE);
            String said = request.substring(0, Math.min(300, request.length()));
            assertThat(answer).as(said).isPresent();
            assertThat(answer.get().status()).as("%s: %s", said, answer.get()).isBetween(400, 499);
            assertThat(answer.get().code()).as("%s: %s", said, answer.get()).isPresent();
        }
    }

    private static void fields(Target target, Random random) throws Exception {
        Map<String, String> wrong = Map.of(
                "lang", "de",
                "tiers", "cpu",
                "tier", "gold",
                "pages", "1-2-3",
                "ocr", "perhaps",
                "translate_to", "x".repeat(5000),
                "language", "\u0000",
                "webhook_url", "javascript:alert(1)",
                "tool", "../../etc/passwd");
        for (Map.Entry<String, String> field : wrong.entrySet()) {
            Client.Answer answer = target.client()
                    .submit("a.pdf", SampleDocuments.textPdf(1), Map.of(field.getKey(), field.getValue()));
            assertThat(answer.status()).as("%s: %s", field, answer.text()).isEqualTo(400);
            assertThat(answer.json().path("detail").asText()).contains(field.getKey());
        }
    }

    private static void tokens(Target target, Random random) throws IOException, InterruptedException {
        for (int i = 0; i < 500; i++) {
            Client stranger = new Client(target.url(), TokenText.generate(SECURE));
            assertThat(stranger.get("/api/v1/account/").status()).isIn(401, 429);
        }
    }

    private static void webhooks(Target target, Random random) throws Exception {
        int low = 1 + random.nextInt(250);
        List<String> hosts = List.of(
                "127.0.0.%d".formatted(low),
                "0x7f0000%02x".formatted(low),
                "%d".formatted(2130706432L + low),
                "0177.0.0.%o".formatted(low),
                "127.%d".formatted(low),
                "[::1]",
                "[::ffff:10.0.0.%d]".formatted(low),
                "[64:ff9b::7f00:%x]".formatted(low),
                "[fe80::%x]".formatted(low),
                "[fd00::%x]".formatted(low),
                "169.254.169.254",
                "100.64.0.%d".formatted(low),
                "0.0.0.0",
                "224.0.0.%d".formatted(low),
                "localhost.",
                "LOCALHOST",
                "\uff11\uff12\uff17.0.0.1",
                "user:secret@127.0.0.1");
        for (String host : hosts) {
            String url = "%s://%s%s/hook"
                    .formatted(random.nextBoolean() ? "http" : "https", host, random.nextBoolean() ? "" : ":8080");
            Client.Answer answer =
                    target.client().submit("a.pdf", SampleDocuments.textPdf(1), Map.of("webhook_url", url));
            assertThat(answer.status()).as("%s: %s", url, answer.text()).isEqualTo(400);
            assertThat(answer.json().path("detail").asText()).contains("webhook_url");
        }
    }

    private static void widths(Target target, Random random) throws Exception {
        String uuid = job(target, 1);
        for (int i = 0; i < 60; i++) {
            assertThat(target.client()
                            .get("/api/v1/ocr/%s/pages/1/image/?width=%d".formatted(uuid, 16 + random.nextInt(2985)))
                            .status())
                    .isIn(200, 400, 503);
        }
    }

    private static void downloads(Target target, Random random) throws Exception {
        String uuid = job(target, 30);
        for (String format : List.of("pdf", "docx", "xlsx", "html", "csv", "md", "hocr", "alto", "zip", "json")) {
            String path = "/api/v1/ocr/%s/download/?format=%s".formatted(uuid, format);
            if (random.nextBoolean()) {
                assertThat(target.client().get(path).status()).as(path).isIn(200, 503);
            } else {
                try (RawConnection gone = RawConnection.open(target.url())) {
                    gone.send(target.head("GET", path, Map.of()));
                }
            }
        }
    }

    private static void deletions(Target target, Random random) throws Exception {
        for (int i = 0; i < 8; i++) {
            Client.Answer answer =
                    target.client().submit("many.pdf", LongDocument.pdf(6 + random.nextInt(40), 50), Map.of());
            assertThat(answer.status()).isIn(202, 503);
            if (answer.status() == 202) {
                String path = "/api/v1/ocr/" + answer.json().path("uuid").asText() + "/";
                assertThat(target.client().delete(path).status()).isEqualTo(204);
                assertThat(target.client().get(path).status()).isEqualTo(404);
            }
        }
    }

    private static void questions(Target target, Random random) throws Exception {
        String uuid = job(target, 1);
        Map<String, Integer> bodies = new HashMap<>(Map.of(
                "[".repeat(50_000),
                400,
                "{\"message\":\"\"}",
                400,
                "{\"message\":null}",
                400,
                "{\"message\":\"\\ud800\"}",
                200,
                "{\"message\":[1]}",
                400,
                "{\"message\":" + "9".repeat(5000) + "}",
                400));
        for (Map.Entry<String, Integer> body : bodies.entrySet()) {
            assertThat(target.client()
                            .post("/api/v1/chat/" + uuid + "/", body.getKey())
                            .status())
                    .as(body.getKey().substring(0, Math.min(40, body.getKey().length())))
                    .isEqualTo(body.getValue());
        }
        String rambling = "{\"message\":\"%s\"}".formatted("why (((( what? ".repeat(300 + random.nextInt(200)));
        assertThat(target.client().post("/api/v1/chat/" + uuid + "/", rambling).status())
                .isIn(200, 400);
    }

    private static String job(Target target, int pages) throws Exception {
        String uuid = target.client()
                .submit("job.pdf", LongDocument.pdf(pages, 60), Map.of())
                .json()
                .path("uuid")
                .asText();
        target.client().ended(uuid);
        return uuid;
    }
}
