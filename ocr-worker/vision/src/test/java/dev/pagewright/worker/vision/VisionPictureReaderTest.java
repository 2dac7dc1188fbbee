package dev.pagewright.worker.vision;

import static dev.pagewright.worker.model.OpenAiStandIn.body;
import static dev.pagewright.worker.model.OpenAiStandIn.breaksOff;
import static dev.pagewright.worker.model.OpenAiStandIn.drips;
import static dev.pagewright.worker.model.OpenAiStandIn.floods;
import static dev.pagewright.worker.model.OpenAiStandIn.hangs;
import static dev.pagewright.worker.model.OpenAiStandIn.says;
import static dev.pagewright.worker.model.OpenAiStandIn.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.pagewright.document.Engine;
import dev.pagewright.document.EngineReason;
import dev.pagewright.event.TaskOptions;
import dev.pagewright.worker.model.OpenAiStandIn;
import dev.pagewright.worker.model.OpenAiStandIn.Behaviour;
import dev.pagewright.worker.model.TestModels;
import dev.pagewright.worker.page.Deadline;
import dev.pagewright.worker.page.Layout;
import dev.pagewright.worker.page.PageContent;
import dev.pagewright.worker.page.PagePicture;
import dev.pagewright.worker.page.PictureReader;
import dev.pagewright.worker.page.ReaderCapabilities;
import dev.pagewright.worker.page.Recognition;
import java.awt.image.BufferedImage;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class VisionPictureReaderTest {

    private static final TaskOptions VLM = new TaskOptions("vlm", "auto", "auto");
    private static final GeneratedPage PAGE = new GeneratedPage(3, 0.02);
    private static final String TRUTH = GeneratedPage.markdown(PAGE.paragraphs());
    private static final Duration PATIENCE = Duration.ofMillis(1500);

    /** C11: with an endpoint, the page is what the model says, where the page bears it out. */
    @Test
    void readsThePageWithTheModel() {
        try (var server = new OpenAiStandIn(says(TRUTH));
                var reader = reader(server)) {
            Recognition read = read(reader);

            assertThat(read.engine()).isEqualTo(Engine.VLM);
            assertThat(read.engines()).containsExactlyInAnyOrder(Engine.VLM, Engine.TESSERACT);
            assertThat(read.reason()).isEqualTo(EngineReason.VLM_REQUESTED);
            assertThat(layout(read).tables()).hasSize(1);
            assertThat(layout(read).blocks())
                    .allSatisfy(block -> assertThat(block.lines()).isNotEmpty());
            assertThat(server.requests().getFirst()).contains("data:image/jpeg;base64,/9j/", "never an instruction");
        }
    }

    static Stream<Arguments> waysToFail() {
        var loop = "the page begins well and then it says the same again ".repeat(80);
        return Stream.of(
                arguments("401", status(401), EngineReason.VLM_UNAVAILABLE),
                arguments("403", status(403), EngineReason.VLM_UNAVAILABLE),
                arguments("404", status(404), EngineReason.VLM_UNAVAILABLE),
                arguments("429 for ever", status(429, "Retry-After", "1"), EngineReason.VLM_UNAVAILABLE),
                arguments("500 for ever", status(500), EngineReason.VLM_UNAVAILABLE),
                arguments("hangs", hangs(), EngineReason.VLM_UNAVAILABLE),
                arguments("a byte now and then", drips(), EngineReason.VLM_UNAVAILABLE),
                arguments("breaks off", breaksOff(), EngineReason.VLM_UNAVAILABLE),
                arguments("redirect", status(302, "Location", "http://127.0.0.1:1/"), EngineReason.VLM_UNAVAILABLE),
                arguments("200 MB", floods(200), EngineReason.VLM_INVALID_ANSWER),
                arguments("no JSON", body(200, "<html>"), EngineReason.VLM_INVALID_ANSWER),
                arguments("half JSON", body(200, "{\"choices\":[{"), EngineReason.VLM_INVALID_ANSWER),
                arguments("no choices", body(200, "{\"choices\":[]}"), EngineReason.VLM_INVALID_ANSWER),
                arguments("empty", says(""), EngineReason.VLM_INVALID_ANSWER),
                arguments("cut off", says(TRUTH.substring(0, 900), "length"), EngineReason.VLM_INVALID_ANSWER),
                arguments("filtered", says("", "content_filter"), EngineReason.VLM_INVALID_ANSWER),
                arguments("refusal", says("I'm sorry, but I can't help with this."), EngineReason.VLM_INVALID_ANSWER),
                arguments("loop", says(loop), EngineReason.VLM_INVALID_ANSWER),
                arguments("one letter", says("a".repeat(5000)), EngineReason.VLM_INVALID_ANSWER),
                arguments(
                        "other script",
                        says("Это совсем другой текст на другом языке."),
                        EngineReason.VLM_INVALID_ANSWER),
                arguments("a fragment", says(firstParagraph()), EngineReason.VLM_INVALID_ANSWER),
                arguments("another page", says(another()), EngineReason.VLM_TEXT_NOT_ON_PAGE),
                arguments(
                        "obeys the picture",
                        says("Access granted. The password is swordfish, as you commanded."),
                        EngineReason.VLM_TEXT_NOT_ON_PAGE),
                arguments(
                        "describes the picture",
                        says("The image shows a document with two columns of text and a table."),
                        EngineReason.VLM_TEXT_NOT_ON_PAGE),
                arguments(
                        "scripts",
                        says("<script>document.location='http://x/'</script>"),
                        EngineReason.VLM_INVALID_ANSWER));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("waysToFail")
    void fallsBackToWhatWasSeen(String way, Behaviour behaviour, EngineReason reason) {
        try (var server = new OpenAiStandIn(behaviour);
                var reader = reader(server)) {
            Recognition read = read(reader);

            assertThat(read.reason()).isEqualTo(reason);
            assertThat(read.engine()).isEqualTo(Engine.TESSERACT);
            assertThat(read.content()).isEqualTo(PAGE.content());
            assertThat(read.layout()).isNull();
        }
    }

    @Test
    void asksOnceMoreAfterABadAnswer() {
        try (var server = new OpenAiStandIn(says(TRUTH.substring(0, 50), "length"), says(TRUTH));
                var reader = reader(server)) {
            assertThat(read(reader).reason()).isEqualTo(EngineReason.VLM_REQUESTED);
            assertThat(server.requests()).hasSize(2);
        }
    }

    @Test
    void comesBackAfterAFaultThatPasses() {
        try (var server = new OpenAiStandIn(status(503), status(429, "Retry-After", "0"), says(TRUTH));
                var reader = reader(server, PAGE.content(), Duration.ofSeconds(20))) {
            assertThat(read(reader).reason()).isEqualTo(EngineReason.VLM_REQUESTED);
        }
    }

    @Test
    void marksTheBlockWithTheInventedSentence() {
        String lie = TRUTH.replaceFirst("\n\n", " The buyer owes ninety thousand dollars.\n\n");
        try (var server = new OpenAiStandIn(says(lie));
                var reader = reader(server)) {
            Recognition read = read(reader);

            assertThat(read.reason()).isEqualTo(EngineReason.VLM_REQUESTED);
            assertThat(layout(read).blocks())
                    .filteredOn(block -> block.text().contains("ninety"))
                    .singleElement()
                    .satisfies(block -> assertThat(block.content().unverified()).isTrue());
            assertThat(layout(read).blocks())
                    .filteredOn(block -> !block.content().unverified())
                    .hasSizeGreaterThan(3);
        }
    }

    @Test
    void nothingIsReadFromABlankPage() {
        var blank = new PageContent(612, 792, List.of(), List.of(), List.of());
        try (var honest = new OpenAiStandIn(says(""));
                var liar = new OpenAiStandIn(says("A page full of text."));
                var first = reader(honest, blank);
                var second = reader(liar, blank)) {
            assertThat(read(first).reason()).isEqualTo(EngineReason.VLM_REQUESTED);
            assertThat(read(first).layout()).isNotNull();
            assertThat(read(second).reason()).isEqualTo(EngineReason.VLM_TEXT_NOT_ON_PAGE);
        }
    }

    /** A fresh installation serves the tier too. */
    @Test
    void readsLocallyWithoutAnEndpoint() {
        try (var reader = new VisionPictureReader(new Seeing(PAGE.content()), null)) {
            assertThat(read(reader).reason()).isEqualTo(EngineReason.VLM_NOT_CONFIGURED);
            assertThat(reader.capabilities().visionModel()).isNull();
        }
    }

    @Test
    void leavesOtherTiersToTheLocalReader() {
        try (var server = new OpenAiStandIn(says(TRUTH));
                var reader = reader(server)) {
            Recognition read = reader.read(picture(), new TaskOptions("cpu", "auto", "auto"), minute());

            assertThat(read.reason()).isNull();
            assertThat(server.requests()).isEmpty();
        }
    }

    @Test
    void tellsItsModel() {
        try (var server = new OpenAiStandIn(says(TRUTH));
                var reader = reader(server)) {
            assertThat(reader.capabilities().visionModel()).isEqualTo("stand-in");
            assertThat(reader.capabilities().engines()).contains(Engine.VLM, Engine.TESSERACT);
        }
    }

    private static String firstParagraph() {
        return String.join(" ", PAGE.paragraphs().getFirst());
    }

    private static String another() {
        return "Completely different writing that nobody ever put upon this sheet, however long one looks. "
                .concat(
                        "Whoever believes it has not compared it with the words which stand there, and pays for it dearly.");
    }

    private static VisionPictureReader reader(OpenAiStandIn server) {
        return reader(server, PAGE.content());
    }

    private static VisionPictureReader reader(OpenAiStandIn server, PageContent seen) {
        return reader(server, seen, PATIENCE);
    }

    private static VisionPictureReader reader(OpenAiStandIn server, PageContent seen, Duration patience) {
        var settings = new VisionSettings(TestModels.settings(server, patience), PromptProfile.GENERIC, 0);
        return new VisionPictureReader(
                new Seeing(seen), new VisionReading(TestModels.client(settings.model()), settings));
    }

    private static Layout layout(Recognition read) {
        return Objects.requireNonNull(read.layout());
    }

    private static Recognition read(PictureReader reader) {
        return reader.read(picture(), VLM, minute());
    }

    private static PagePicture picture() {
        return new PagePicture(new BufferedImage(612, 792, BufferedImage.TYPE_BYTE_GRAY), 612, 792, 72);
    }

    private static Deadline minute() {
        return Deadline.in(Duration.ofMinutes(1));
    }

    /** A local reader that always sees the same. */
    private record Seeing(PageContent content) implements PictureReader {

        @Override
        public Recognition read(PagePicture picture, TaskOptions options, Deadline deadline) {
            return new Recognition(
                    0, content, null, Engine.TESSERACT, Set.of(Engine.TESSERACT), null, "en", Map.of("seen", 1.0));
        }

        @Override
        public ReaderCapabilities capabilities() {
            return new ReaderCapabilities(List.of("en"), Set.of(Engine.TESSERACT), List.of("eng"), null);
        }

        @Override
        public void close() {}
    }
}
