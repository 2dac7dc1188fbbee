package dev.pagewright.gateway.contract;

import static dev.pagewright.gateway.testing.RawClient.upload;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pagewright.gateway.testing.Api;
import dev.pagewright.gateway.testing.Backends;
import dev.pagewright.gateway.testing.Files;
import dev.pagewright.gateway.testing.RawClient;
import dev.pagewright.gateway.testing.SimulatedWorker;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** C01: multipart bodies as they come, well-formed in every way that the RFCs allow, and broken in every way. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class FormsIT {

    private static final String BOUNDARY = "b-7f3a";
    private static final byte[] PDF = Files.pdf(1);
    private static final String FILE = "Content-Disposition: form-data; name=\"file\"; filename=\"a.pdf\"";

    private static SimulatedWorker worker;

    @BeforeAll
    static void startWorker() throws IOException {
        worker = SimulatedWorker.start();
        worker.goOn();
    }

    @AfterAll
    static void stopWorker() {
        worker.close();
    }

    static Stream<Arguments> wellFormed() {
        byte[] plain = form(BOUNDARY, part(FILE, PDF));
        String odd = "a b'()+_,-./:=?c";
        return Stream.of(
                Arguments.of("plain", type(BOUNDARY), plain),
                Arguments.of("upper case", "Multipart/Form-Data; BOUNDARY=" + BOUNDARY, plain),
                Arguments.of("mixed case", "MULTIPART/form-DATA;Boundary=\"" + BOUNDARY + "\"", plain),
                Arguments.of(
                        "more parameters",
                        "multipart/form-data; charset=utf-8; boundary=" + BOUNDARY + " ; x=y",
                        plain),
                Arguments.of(
                        "quoted, with signs",
                        "multipart/form-data; boundary=\"" + odd + "\"",
                        form(odd, part(FILE, PDF))),
                Arguments.of("70 letters", type("x".repeat(70)), form("x".repeat(70), part(FILE, PDF))),
                Arguments.of("dashes", type("------Web"), form("------Web", part(FILE, PDF))),
                Arguments.of(
                        "preamble and epilogue",
                        type(BOUNDARY),
                        joined("A message in MIME format.\r\n", plain, "The end\r\n")),
                Arguments.of("no line end at the end", type(BOUNDARY), Arrays.copyOf(plain, plain.length - 2)),
                Arguments.of(
                        "header name in any case",
                        type(BOUNDARY),
                        form(BOUNDARY, part("CONTENT-disposition:form-data;NAME=file;FileName=a.pdf", PDF))),
                Arguments.of(
                        "folded head",
                        type(BOUNDARY),
                        form(
                                BOUNDARY,
                                part(
                                        "Content-Disposition: form-data;\r\n name=\"file\";\r\n\tfilename=\"a.pdf\"",
                                        PDF))),
                Arguments.of(
                        "more headers",
                        type(BOUNDARY),
                        form(BOUNDARY, part("Content-Type: image/png\r\n" + FILE + "\r\nX-More: 1", PDF))),
                Arguments.of(
                        "no file name",
                        type(BOUNDARY),
                        form(BOUNDARY, part("Content-Disposition: form-data; name=file", PDF))),
                Arguments.of(
                        "nearly the boundary within",
                        type(BOUNDARY),
                        form(BOUNDARY, part(FILE, joined(PDF, "\r\n--b-7f3 almost\r\n-b-7f3a\r\n--b-7f3\r\n")))),
                Arguments.of("many small fields", type(BOUNDARY), form(BOUNDARY, many(60), part(FILE, PDF))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wellFormed")
    void a_well_formed_body_is_read(String name, String type, byte[] body) throws Exception {
        RawClient.Answer whole = RawClient.exchange(head(type, body), body);

        assertThat(whole.status()).as(whole.text()).isEqualTo(200);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wellFormed")
    @DisplayName("in pieces that end anywhere, with chunk extensions and trailers (RFC 9112, 7.1)")
    void a_well_formed_body_may_come_in_chunks(String name, String type, byte[] body) throws Exception {
        for (int size : new int[] {1, 7, 4096}) {
            ByteArrayOutputStream chunks = new ByteArrayOutputStream();
            String[] extensions = {"", ";probe=1", ";a;b=\"c d\"", " ; x = y"};
            for (int at = 0; at < body.length; at += size) {
                int length = Math.min(size, body.length - at);
                chunks.writeBytes((Integer.toHexString(length) + extensions[at / size % 4] + "\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
                chunks.write(body, at, length);
                chunks.writeBytes("\r\n".getBytes(StandardCharsets.US_ASCII));
            }
            chunks.writeBytes("0;last=1\r\nX-Trailer: yes\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            RawClient.Answer answer = RawClient.exchange(
                    upload(Backends.DEMO_TOKEN, "Content-Type: " + type, "Transfer-Encoding: chunked"),
                    chunks.toByteArray());
            assertThat(answer.status())
                    .as("chunks of %d: %s", size, answer.text())
                    .isEqualTo(200);
        }
    }

    static Stream<Arguments> broken() {
        byte[] good = form(
                BOUNDARY,
                part("Content-Disposition: form-data; name=\"tier\"", "cpu".getBytes(StandardCharsets.UTF_8)),
                part(FILE, PDF));
        List<Arguments> bodies = new ArrayList<>(List.of(
                Arguments.of("no boundary", "multipart/form-data", good),
                Arguments.of("empty boundary", "multipart/form-data; boundary=", good),
                Arguments.of("quoted empty boundary", "multipart/form-data; boundary=\"\"", good),
                Arguments.of("boundary of 5,000", type("x".repeat(5_000)), good),
                Arguments.of("another boundary", type("other"), good),
                Arguments.of("boundary cut short", type("b-7f3"), good),
                Arguments.of("boundary in another case", type("B-7F3A"), good),
                Arguments.of("empty", type(BOUNDARY), new byte[0]),
                Arguments.of("closing boundary alone", type(BOUNDARY), text("--" + BOUNDARY + "--\r\n")),
                Arguments.of("opening boundary alone", type(BOUNDARY), text("--" + BOUNDARY + "\r\n")),
                Arguments.of(
                        "no head", type(BOUNDARY), text("--" + BOUNDARY + "\r\n\r\nwords\r\n--" + BOUNDARY + "--\r\n")),
                Arguments.of("no name", type(BOUNDARY), form(BOUNDARY, part("Content-Type: application/pdf", PDF))),
                Arguments.of(
                        "not form-data",
                        type(BOUNDARY),
                        form(BOUNDARY, part("Content-Disposition: attachment; name=file", PDF))),
                Arguments.of("a head without end", type(BOUNDARY), text("--" + BOUNDARY + "\r\n" + FILE)),
                Arguments.of(
                        "a head of 1 MB",
                        type(BOUNDARY),
                        form(BOUNDARY, part(FILE + "\r\nX: " + "x".repeat(1 << 20), PDF))),
                Arguments.of(
                        "line feeds alone",
                        type(BOUNDARY),
                        text(new String(good, StandardCharsets.ISO_8859_1).replace("\r\n", "\n"))),
                Arguments.of(
                        "more behind a boundary",
                        type(BOUNDARY),
                        text("--" + BOUNDARY + "xyz\r\n" + FILE + "\r\n\r\nx\r\n--" + BOUNDARY + "--")),
                Arguments.of("1,000 parts", type(BOUNDARY), form(BOUNDARY, many(1_000), part(FILE, PDF))),
                Arguments.of(
                        "a field of 3 MB",
                        type(BOUNDARY),
                        form(
                                BOUNDARY,
                                part("Content-Disposition: form-data; name=pages", new byte[3 << 20]),
                                part(FILE, PDF)))));
        for (int cut = 1; cut < 24; cut++) {
            bodies.add(Arguments.of(
                    "cut at %d/24".formatted(cut), type(BOUNDARY), Arrays.copyOf(good, good.length * cut / 24)));
        }
        bodies.add(Arguments.of("closing dash missing", type(BOUNDARY), Arrays.copyOf(good, good.length - 3)));
        bodies.add(Arguments.of(
                "closing boundary missing", type(BOUNDARY), Arrays.copyOf(good, good.length - BOUNDARY.length() - 6)));
        Random random = new Random(14);
        for (int i = 0; i < 10; i++) {
            byte[] noise = new byte[random.nextInt(20_000)];
            random.nextBytes(noise);
            bodies.add(Arguments.of("noise " + i, type(BOUNDARY), noise));
        }
        return bodies.stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("broken")
    @DisplayName("400 at once, and the service goes on")
    void a_broken_body_is_refused_at_once(String name, String type, byte[] body) throws Exception {
        long start = System.nanoTime();

        RawClient.Answer answer = RawClient.exchange(head(type, body), body);

        assertProblem(answer, 400);
        assertThat(answer.json().path("code").asText()).isIn("invalid_parameter", "missing_file");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(3));
    }

    @ParameterizedTest
    @ValueSource(strings = {"xyz\r\n", "-1\r\n", "5;=\r\nhello\r\n", "5\r\nhello!!\r\n", "ffffffffff\r\n"})
    void a_body_that_is_not_framed_well_is_refused(String chunks) throws Exception {
        RawClient.Answer answer = RawClient.exchange(
                upload(Backends.DEMO_TOKEN, "Content-Type: " + type(BOUNDARY), "Transfer-Encoding: chunked"),
                text(chunks));

        assertProblem(answer, 400);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "filename=\"report; final=v2.pdf\"|report; final=v2.pdf",
                "filename=\"a\\\"b\\\"c.pdf\"|abc.pdf",
                "filename=\"say %22hello%22.pdf\"|say %22hello%22.pdf",
                "filename=\"C:\\scans\\march\\letter.pdf\"|letter.pdf",
                "filename=\"letter.pdf\\\\\"|document",
                "filename=letter.pdf|letter.pdf",
                "filename=\"it's a 'test'.pdf\"|it's a 'test'.pdf",
                "filename=\"测试 Übersicht.pdf\"|测试 Übersicht.pdf",
                "filename*=UTF-8''%D1%81%D1%87%D1%91%D1%82%20%E2%84%96.pdf|счёт №.pdf",
                "filename*=iso-8859-1'en'%A3.pdf|£.pdf",
                "filename=\"fallback.pdf\"; filename*=UTF-8''r%C3%A9sum%C3%A9.pdf|résumé.pdf",
                "filename*=UTF-8''r%C3%A9sum%C3%A9.pdf; filename=\"fallback.pdf\"|résumé.pdf",
                "filename=\"fallback.pdf\"; filename*=UTF-8''%zz.pdf|fallback.pdf",
                "FILENAME = \"a;name=b.pdf\" ; x=\"y\"|a;name=b.pdf",
                "filename=\"\"|document"
            })
    void a_file_name_is_understood(String parameter, String name) throws Exception {
        byte[] body = form(BOUNDARY, part("Content-Disposition: form-data; name=\"file\"; " + parameter, PDF));

        RawClient.Answer answer = RawClient.exchange(head(type(BOUNDARY), body), body);

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.json().path("file_name").asText()).isEqualTo(name);
    }

    @Test
    void a_name_in_latin_1_is_no_mojibake() throws Exception {
        byte[] latin = "Content-Disposition: form-data; name=\"file\"; filename=\"Übersicht.pdf\""
                .getBytes(StandardCharsets.ISO_8859_1);
        byte[] body = joined("--" + BOUNDARY + "\r\n", latin, "\r\n\r\n", PDF, "\r\n--" + BOUNDARY + "--\r\n");

        assertThat(RawClient.exchange(head(type(BOUNDARY), body), body)
                        .json()
                        .path("file_name")
                        .asText())
                .isEqualTo("Übersicht.pdf");
    }

    @ParameterizedTest
    @ValueSource(strings = {"files", "file[]", "upload", "document", "File"})
    @DisplayName("C09: a file under another name is told the right one")
    void a_misnamed_file_is_told(String field) throws Exception {
        byte[] body = form(
                BOUNDARY,
                part("Content-Disposition: form-data; name=\"%s\"; filename=\"a.pdf\"".formatted(field), PDF));

        RawClient.Answer answer = RawClient.exchange(head(type(BOUNDARY), body), body);

        assertProblem(answer, 400);
        assertThat(answer.json().path("code").asText()).isEqualTo("missing_file");
        assertThat(answer.json().path("detail").asText()).contains("\"file\"").contains('"' + field + '"');
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "GZip", "x-gzip", "deflate", "raw deflate", "identity"})
    void a_packed_body_is_read(String encoding) throws Exception {
        byte[] body = packed(encoding, form(BOUNDARY, part(FILE, PDF)));

        RawClient.Answer answer = RawClient.exchange(
                head(type(BOUNDARY), body, "Content-Encoding: " + encoding.replace("raw ", "")), body);

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"zstd", "br", "compress", "gzip, gzip", "aes128gcm", "x"})
    void another_packing_is_refused_by_name(String encoding) throws Exception {
        byte[] body = form(BOUNDARY, part(FILE, PDF));

        RawClient.Answer answer = RawClient.exchange(head(type(BOUNDARY), body, "Content-Encoding: " + encoding), body);

        assertProblem(answer, 415);
        assertThat(answer.json().path("detail").asText()).contains('"' + encoding + '"');
        for (String path : List.of("/api/v1/account/tokens/", "/api/v1/chat/0123456789abcdef0123456789abcdef/")) {
            RawClient.Answer other = RawClient.exchange(
                    head(type(BOUNDARY), body, "Content-Encoding: " + encoding).replace("/api/v1/ocr/", path), body);
            assertProblem(other, 415);
            assertThat(other.json().path("detail").asText()).contains('"' + encoding + '"');
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "deflate"})
    @DisplayName("a packed body that is broken, or grows beyond what may be sent, is refused")
    void packed_bodies_are_bounded(String encoding) throws Exception {
        byte[] good = packed(encoding, form(BOUNDARY, part(FILE, PDF)));
        byte[] half = Arrays.copyOf(good, good.length / 2);
        assertProblem(RawClient.exchange(head(type(BOUNDARY), half, "Content-Encoding: " + encoding), half), 400);
        byte[] none = form(BOUNDARY, part(FILE, PDF));
        assertProblem(RawClient.exchange(head(type(BOUNDARY), none, "Content-Encoding: " + encoding), none), 400);

        byte[] bomb = packed(encoding, form(BOUNDARY, part(FILE, new byte[60_000_000])));
        String free = Api.token("free");
        RawClient.Answer refused = RawClient.exchange(
                upload(
                        free,
                        "Content-Type: " + type(BOUNDARY),
                        "Content-Encoding: " + encoding,
                        "Content-Length: " + bomb.length),
                bomb);
        assertProblem(refused, 400);
        assertThat(refused.json().path("code").asText()).isEqualTo("file_too_large");
        byte[] beside = packed(encoding, joined(new byte[60_000_000], form(BOUNDARY, part(FILE, PDF))));
        assertProblem(
                RawClient.exchange(
                        upload(
                                free,
                                "Content-Type: " + type(BOUNDARY),
                                "Content-Encoding: " + encoding,
                                "Content-Length: " + beside.length),
                        beside),
                400);
    }

    @Test
    @DisplayName("Expect: 100-continue is answered at once: go on, or the refusal without the body")
    void a_client_that_waits_is_told_to_go_on() throws Exception {
        byte[] body = form(BOUNDARY, part(FILE, PDF));
        String[] lines = {"Content-Type: " + type(BOUNDARY), "Content-Length: " + body.length, "Expect: 100-Continue"};
        try (RawClient client = RawClient.connect(Duration.ofSeconds(20))) {
            client.send(upload(Backends.DEMO_TOKEN, lines));
            assertThat(client.answer().status()).isEqualTo(100);
            client.send(body);
            assertThat(client.answer().status()).isEqualTo(200);
        }
        assertProblem(RawClient.exchange(upload("pw_wrong", lines), new byte[0]), 401);
        lines[0] = "Content-Type: application/pdf";
        assertProblem(RawClient.exchange(upload(Backends.DEMO_TOKEN, lines), new byte[0]), 415);
        lines[0] = "Content-Type: " + type(BOUNDARY);
        lines[1] = "Content-Length: 2000000000";
        assertProblem(RawClient.exchange(upload(Backends.DEMO_TOKEN, lines), new byte[0]), 400);
        try (RawClient client = RawClient.connect(Duration.ofSeconds(20))) { // a resource's body too
            String json = "{\"name\":\"x\"}";
            client.send("POST /api/v1/account/tokens/ HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer "
                    + Backends.DEMO_TOKEN + "\r\nContent-Type: application/json\r\nContent-Length: " + json.length()
                    + "\r\nExpect: 100-continue\r\n\r\n");
            assertThat(client.answer().status()).isEqualTo(100);
            client.send(json);
            assertThat(client.answer().status()).isEqualTo(201);
        }
    }

    @Test
    void one_connection_serves_good_and_refused_uploads_in_turn() throws Exception {
        try (RawClient client = RawClient.connect(Duration.ofSeconds(20))) {
            for (int round = 0; round < 3; round++) {
                byte[] good = form(BOUNDARY, part(FILE, PDF));
                client.send(head(type(BOUNDARY), good));
                client.send(good);
                assertThat(client.answer().status()).isEqualTo(200);
                byte[] bad = form(
                        BOUNDARY, part("Content-Disposition: form-data; name=tier", text("gold")), part(FILE, PDF));
                client.send(head(type(BOUNDARY), bad));
                client.send(bad);
                assertProblem(client.answer(), 400);
            }
        }
    }

    private static void assertProblem(RawClient.Answer answer, int status) throws IOException {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.json().path("detail").asText()).isNotBlank();
    }

    private static String head(String type, byte[] body, String... lines) {
        List<String> all = new ArrayList<>(List.of(lines));
        all.add("Content-Type: " + type);
        all.add("Content-Length: " + body.length);
        return upload(Backends.DEMO_TOKEN, all.toArray(String[]::new));
    }

    private static String type(String boundary) {
        return "multipart/form-data; boundary=" + boundary;
    }

    private static byte[] part(String head, byte[] content) {
        return joined(head, "\r\n\r\n", content, "\r\n");
    }

    private static byte[] many(int count) {
        byte[] one = part("Content-Disposition: form-data; name=\"tier\"", text("cpu"));
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (int i = 1; i < count; i++) {
            all.writeBytes(joined(one, "--" + BOUNDARY + "\r\n"));
        }
        return joined(all.toByteArray(), one);
    }

    private static byte[] form(String boundary, byte[]... parts) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            body.writeBytes(joined("--" + boundary + "\r\n", part));
        }
        return joined(body.toByteArray(), "--" + boundary + "--\r\n");
    }

    private static byte[] packed(String encoding, byte[] body) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (var out =
                switch (encoding) {
                    case "identity" -> packed;
                    case "deflate" -> new DeflaterOutputStream(packed);
                    case "raw deflate" -> new DeflaterOutputStream(packed, new java.util.zip.Deflater(9, true));
                    default -> new GZIPOutputStream(packed);
                }) {
            out.write(body);
        }
        return packed.toByteArray();
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] joined(Object... pieces) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (Object piece : pieces) {
            all.writeBytes(piece instanceof byte[] octets ? octets : ((String) piece).getBytes(StandardCharsets.UTF_8));
        }
        return all.toByteArray();
    }
}
