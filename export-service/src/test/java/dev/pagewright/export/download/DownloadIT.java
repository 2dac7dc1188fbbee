package dev.pagewright.export.download;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pagewright.document.PageResult;
import dev.pagewright.document.testing.SamplePages;
import dev.pagewright.export.testing.FakeGateway;
import dev.pagewright.export.testing.Jobs;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.imageio.ImageIO;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The service as it runs, against a gateway in memory. */
@QuarkusTest
@QuarkusTestResource(FakeGateway.class)
class DownloadIT {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final URI root;
    private final HttpClient client = HttpClient.newHttpClient();

    DownloadIT() {
        root = URI.create(
                "http://127.0.0.1:" + ConfigProvider.getConfig().getValue("quarkus.http.test-port", Integer.class));
    }

    @BeforeEach
    void aFinishedJob() {
        FakeGateway.put(
                Jobs.job("done", "Übersicht \"2026\".pdf", "application/pdf", 2, null, null),
                new byte[0],
                List.of(new PageResult.Read(SamplePages.article(0)), SamplePages.failed(1)));
    }

    @Test
    @DisplayName("C05: a download is the document in the format that was asked for, named after the upload")
    void downloads() throws Exception {
        var answer = get("download?format=txt");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("text/plain; charset=utf-8");
        assertThat(answer.headers().firstValue("Content-Disposition"))
                .contains("attachment; filename=\"_bersicht _2026_.txt\";"
                        + " filename*=UTF-8''%C3%9Cbersicht%20%222026%22.txt");
        assertThat(answer.body()).contains("Results of the year").contains("\f[Page 2 could not be read");
    }

    @Test
    @DisplayName("C05: the json download is the job as the API shows it")
    void json() throws Exception {
        JsonNode job = JSON.readTree(get("download?format=json&include=words").body());

        assertThat(job.path("uuid").textValue()).isEqualTo(Jobs.ID);
        assertThat(job.path("pages").size()).isEqualTo(2);
        assertThat(job.path("pages").path(1).path("error").textValue()).isEqualTo("page_timeout");
    }

    @Test
    void aTagThatIsKnownIsAnsweredWithoutABody() throws Exception {
        String tag = get("download?format=md").headers().firstValue("ETag").orElseThrow();

        var answer = send(request("download?format=md").header("If-None-Match", tag));

        assertThat(answer.statusCode()).isEqualTo(304);
        assertThat(answer.body()).isEmpty();
        assertThat(answer.headers().firstValue("ETag")).contains(tag);
    }

    @Test
    void theSecondDownloadComesFromTheCache() throws Exception {
        String first = get("download?format=md").body();

        String second = get("download?format=md").body();

        assertThat(second).isEqualTo(first);
        assertThat(FakeGateway.readings()).isEqualTo(1);
    }

    @Test
    void headTellsWhatGetWouldAndBuildsNothing() throws Exception {
        var answer = send(request("download?format=txt").method("HEAD", HttpRequest.BodyPublishers.noBody()));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("ETag")).isPresent();
        assertThat(answer.headers().firstValue("Content-Disposition")).isPresent();
        assertThat(FakeGateway.readings()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"download?format=exe", "download"})
    @DisplayName("C05: an unknown format is refused with the list of known ones")
    void unknownFormat(String path) throws Exception {
        var answer = get(path);

        assertThat(answer.statusCode()).isEqualTo(400);
        JsonNode problem = JSON.readTree(answer.body());
        assertThat(problem.path("code").textValue()).isEqualTo("unknown_format");
        assertThat(problem.path("known").toString()).contains("\"json\"", "\"md\"", "\"txt\"");
    }

    @Test
    void anOptionThatTheFormatDoesNotKnowIsRefusedButTheTokenIsNone() throws Exception {
        var unknown = get("download?format=txt&include=words");
        var token = get("download?format=txt&api_token=secret");

        assertThat(unknown.statusCode()).isEqualTo(400);
        assertThat(JSON.readTree(unknown.body()).path("code").textValue()).isEqualTo("invalid_parameter");
        assertThat(token.statusCode()).isEqualTo(200);
    }

    @Test
    @DisplayName("C09: 409 before the job has finished, 404 where it is unknown")
    void notYet() throws Exception {
        FakeGateway.put(Jobs.job("processing", "a.png", "image/png", 1, null, null), new byte[0], List.of());

        assertThat(code(get("download?format=txt"), 409)).isEqualTo("job_not_finished");
        assertThat(code(send(request(root.resolve("/inner/v1/jobs/" + "9a".repeat(16) + "/download?format=txt"))), 404))
                .isEqualTo("job_not_found");
    }

    @Test
    @DisplayName("C09: a failed job gives json alone")
    void failedJob() throws Exception {
        FakeGateway.put(
                Jobs.job("failed", "a.png", "image/png", 1, null, null), new byte[0], List.of(SamplePages.failed(0)));

        assertThat(code(get("download?format=txt"), 409)).isEqualTo("job_failed");
        assertThat(get("download?format=json").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"txt", "md", "docx", "pdf", "csv", "json", "html", "xlsx", "hocr", "alto", "zip"})
    @DisplayName("C05: every format is given")
    void everyFormat(String format) throws Exception {
        FakeGateway.put(
                Jobs.job("done", "a.png", "image/png", 1, null, null),
                png(612, 792),
                List.of(new PageResult.Read(SamplePages.article(0))));

        var answer = get("download?format=" + format);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isNotEmpty();
    }

    @Test
    void theArchiveHoldsEveryOtherFormat() throws Exception {
        FakeGateway.put(
                Jobs.job("done", "a.png", "image/png", 1, null, null),
                png(612, 792),
                List.of(new PageResult.Read(SamplePages.article(0))));

        byte[] file = client.send(request("download?format=zip").build(), HttpResponse.BodyHandlers.ofByteArray())
                .body();

        var names = new ArrayList<String>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                names.add(entry.getName());
            }
        }
        assertThat(names)
                .containsExactlyInAnyOrder(
                        "document.alto.xml",
                        "document.csv",
                        "document.docx",
                        "document.hocr",
                        "document.html",
                        "document.json",
                        "document.md",
                        "document.pdf",
                        "document.txt",
                        "document.xlsx");
    }

    @Test
    void aPageIsDrawnUprightInTheWidthThatIsAskedFor() throws Exception {
        FakeGateway.put(
                Jobs.job("done", "a.png", "image/png", 1, null, null), png(1224, 1584), List.of(SamplePages.failed(0)));

        byte[] file = client.send(request("pages/1/image?width=306").build(), HttpResponse.BodyHandlers.ofByteArray())
                .body();

        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(file));
        assertThat(picture.getWidth()).isEqualTo(306);
        assertThat(picture.getHeight()).isEqualTo(396);
        assertThat(code(get("pages/2/image"), 404)).isEqualTo("not_found");
        assertThat(code(get("pages/1/image?width=9"), 400)).isEqualTo("invalid_parameter");
        assertThat(code(get("pages/1/image?width=wide"), 400)).isEqualTo("invalid_parameter");
    }

    @Test
    @DisplayName("a page is drawn a few times, however many widths are asked for, and each comes as wide as asked")
    void manyWidths() throws Exception {
        FakeGateway.put(
                Jobs.job("done", "a.png", "image/png", 1, null, null), png(1224, 1584), List.of(SamplePages.failed(0)));

        for (int width = 16; width <= 3000; width += 149) {
            byte[] file = client.send(
                            request("pages/1/image?width=" + width).build(), HttpResponse.BodyHandlers.ofByteArray())
                    .body();
            assertThat(ImageIO.read(new ByteArrayInputStream(file)).getWidth()).isEqualTo(width);
        }

        assertThat(FakeGateway.originals()).isLessThanOrEqualTo(7);
    }

    private static byte[] png(int width, int height) throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), "png", bytes);
        return bytes.toByteArray();
    }

    @Test
    @DisplayName("twenty downloads at once, of which three are built at a time, all come")
    void twentyAtOnce() {
        List<String> formats =
                List.of("txt", "md", "html", "docx", "csv", "xlsx", "json", "hocr", "alto", "csv&raw=true");
        List<CompletableFuture<HttpResponse<byte[]>>> answers = IntStream.range(0, 20)
                .mapToObj(i -> client.sendAsync(
                        request("download?format=" + formats.get(i % formats.size()))
                                .build(),
                        HttpResponse.BodyHandlers.ofByteArray()))
                .toList();

        assertThat(answers).allSatisfy(answer -> {
            assertThat(answer.join().statusCode()).isEqualTo(200);
            assertThat(answer.join().body()).isNotEmpty();
        });
    }

    @Test
    void aPictureThatIsKnownIsNotSentAgain() throws Exception {
        FakeGateway.put(
                Jobs.job("done", "a.png", "image/png", 1, null, null), png(100, 100), List.of(SamplePages.failed(0)));
        String tag = get("pages/1/image").headers().firstValue("ETag").orElseThrow();

        var answer = send(request("pages/1/image").header("If-None-Match", tag));

        assertThat(answer.statusCode()).isEqualTo(304);
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void withoutTheServiceTokenNothingIsGiven() throws Exception {
        var request = HttpRequest.newBuilder(address("download?format=txt"));

        var answer = send(request);

        assertThat(code(answer, 401)).isEqualTo("unauthorized");
    }

    @Test
    void everyFormatIsListedWithItsOptions() throws Exception {
        JsonNode formats =
                JSON.readTree(send(request(root.resolve("/inner/v1/formats"))).body());

        assertThat(formats.findValuesAsText("name")).contains("json", "md", "txt", "include", "content");
        assertThat(formats.path(0).has("media_type")).isTrue();
    }

    private static String code(HttpResponse<String> answer, int status) throws Exception {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
        return JSON.readTree(answer.body()).path("code").textValue();
    }

    private URI address(String path) {
        return root.resolve("/inner/v1/jobs/" + Jobs.ID + "/" + path);
    }

    private HttpRequest.Builder request(String path) {
        return request(address(path));
    }

    private static HttpRequest.Builder request(URI address) {
        return HttpRequest.newBuilder(address).header("Authorization", "Bearer " + FakeGateway.TOKEN);
    }

    private HttpResponse<String> get(String path) throws Exception {
        return send(request(path));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
