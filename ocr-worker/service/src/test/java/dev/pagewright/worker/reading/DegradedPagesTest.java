package dev.pagewright.worker.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pagewright.document.Page;
import dev.pagewright.document.PageResult;
import dev.pagewright.document.PageStep;
import dev.pagewright.document.text.PlainText;
import dev.pagewright.event.TaskOptions;
import dev.pagewright.testing.Extent;
import dev.pagewright.worker.attempt.StepProbe;
import dev.pagewright.worker.model.OpenAiStandIn;
import dev.pagewright.worker.model.TestModels;
import dev.pagewright.worker.page.Deadline;
import dev.pagewright.worker.page.PrintedPage;
import dev.pagewright.worker.recognition.LocalPictureReader;
import dev.pagewright.worker.recognition.NoReadingException;
import dev.pagewright.worker.recognition.RecognitionSettings;
import dev.pagewright.worker.vision.PromptProfile;
import dev.pagewright.worker.vision.VisionPictureReader;
import dev.pagewright.worker.vision.VisionReading;
import dev.pagewright.worker.vision.VisionSettings;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** With the real engines: whichever step of a page's way throws, the page is read all the same and says what failed. */
@Tag("slow")
class DegradedPagesTest {

    private static final TaskOptions CPU = new TaskOptions("cpu", "auto", "auto");

    /** A page with the prose of {@link PrintedPage} on it, and how it is asked for. */
    @SuppressWarnings("ImmutableEnumChecker") // a record of texts
    private enum Kind {
        TEXT_LAYER(CPU),
        TEXT_LAYER_IGNORED(new TaskOptions("cpu", "auto", "force")),
        TEXT_LAYER_AND_ENDPOINT(new TaskOptions("vlm", "auto", "auto")),
        SCAN(CPU),
        SCAN_THOROUGHLY(new TaskOptions("vlm", "auto", "auto")),
        SLANTED_SCAN(CPU),
        SIDEWAYS_SCAN(CPU);

        private final TaskOptions options;

        Kind(TaskOptions options) {
            this.options = options;
        }

        boolean pdf() {
            return this == TEXT_LAYER || this == TEXT_LAYER_IGNORED || this == TEXT_LAYER_AND_ENDPOINT;
        }
    }

    @TempDir
    static Path directory;

    private static OpenAiStandIn endpoint;
    private static PageReader reader;
    private static PageReader visionReader;

    /** Steps that throw. */
    private static volatile Set<PageStep> faulty = Set.of();

    private static final Set<PageStep> reached = Collections.synchronizedSet(EnumSet.noneOf(PageStep.class));

    @BeforeAll
    static void open() {
        StepProbe probe = step -> {
            reached.add(step);
            if (faulty.contains(step)) {
                throw new NegativeArraySizeException("made to fail: " + step);
            }
        };
        endpoint = new OpenAiStandIn(OpenAiStandIn.says(PrintedPage.prose()));
        var vision = new VisionReading(new VisionSettings(TestModels.settings(endpoint), PromptProfile.OLMOCR, 0));
        reader = opened(probe, null);
        visionReader = opened(probe, vision);
    }

    private static PageReader opened(StepProbe probe, @Nullable VisionReading vision) {
        var settings = new RecognitionSettings(directory.resolve("engines"), null, List.of());
        return PageReaders.of(
                new VisionPictureReader(new LocalPictureReader(settings, probe), vision, probe),
                ReaderSettings.of(directory, null, List.of()),
                probe);
    }

    @AfterAll
    static void close() {
        reader.close();
        visionReader.close();
        endpoint.close();
    }

    @TestFactory
    Stream<DynamicTest> aStepThatThrowsCostsThePageNothingOfItsText() {
        Set<PageStep> met = EnumSet.noneOf(PageStep.class);
        Stream<DynamicTest> tests = Stream.of(Kind.values()).flatMap(kind -> {
            Page whole = read(kind, Set.of());
            assertThat(whole.reading().degraded()).isEmpty();
            assertThat(share(whole)).as("%s as it is", kind).isGreaterThan(0.9);
            Set<PageStep> way = EnumSet.copyOf(reached);
            if (!Extent.whole() && kind != Kind.TEXT_LAYER && kind != Kind.SCAN) {
                way.removeAll(met); // what is on the two plain ways is made to fail there
            }
            met.addAll(way);
            return way.stream()
                    .map(step -> DynamicTest.dynamicTest(kind + " without " + step, () -> {
                        Page page = read(kind, Set.of(step));
                        assertThat(page.reading().degraded()).containsExactly(step);
                        assertThat(share(page)).as(PlainText.of(page)).isGreaterThan(0.9);
                    }));
        });
        return Stream.concat(
                tests, Stream.of(DynamicTest.dynamicTest("each step is on the way of one of them", () -> assertThat(met)
                        .containsExactlyInAnyOrder(PageStep.values()))));
    }

    @Test
    void aPageOfWhichOneWayAloneIsLeftIsReadThatWay() {
        assertThat(share(read(Kind.TEXT_LAYER, allBut(PageStep.TEXT_LAYER)))).isGreaterThan(0.9);
        assertThat(share(read(Kind.TEXT_LAYER, allBut(PageStep.PICTURE, PageStep.TESSERACT))))
                .isGreaterThan(0.9);
        assertThat(share(read(Kind.TEXT_LAYER, allBut(PageStep.PICTURE, PageStep.PP_OCR))))
                .isGreaterThan(0.9);
        assertThat(share(read(Kind.SCAN, allBut(PageStep.TESSERACT)))).isGreaterThan(0.9);
        assertThat(share(read(Kind.SCAN, allBut(PageStep.PP_OCR)))).isGreaterThan(0.9);
    }

    @Test
    void aPageOfWhichNoWayIsLeftIsNoEmptyPage() {
        assertThatThrownBy(() -> read(Kind.SCAN, Set.of(PageStep.TESSERACT, PageStep.PP_OCR)))
                .isInstanceOf(NoReadingException.class);
    }

    private static Set<PageStep> allBut(PageStep... sound) {
        Set<PageStep> steps = EnumSet.allOf(PageStep.class);
        steps.removeAll(List.of(sound));
        return steps;
    }

    /** Share of the prose's words that the page has. */
    private static double share(Page page) {
        List<String> words = List.of(PlainText.of(page).split("[^A-Za-z]+", -1));
        String[] wanted = PrintedPage.prose().split("[^A-Za-z]+", -1);
        return (double) Arrays.stream(wanted).filter(words::contains).count() / wanted.length;
    }

    private static Page read(Kind kind, Set<PageStep> without) {
        reached.clear();
        faulty = without;
        try {
            PageResult result = (kind == Kind.TEXT_LAYER_AND_ENDPOINT ? visionReader : reader)
                    .read(new PageRequest(
                            "job",
                            0,
                            1,
                            file(kind),
                            kind.pdf() ? "application/pdf" : "image/png",
                            null,
                            kind.options,
                            Deadline.in(Duration.ofMinutes(2))));
            assertThat(result).isInstanceOf(PageResult.Read.class);
            return ((PageResult.Read) result).page();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            faulty = Set.of();
        }
    }

    private static Path file(Kind kind) throws IOException {
        Path file = directory.resolve(kind + (kind.pdf() ? ".pdf" : ".png"));
        if (kind.pdf()) {
            pdf(file);
            return file;
        }
        BufferedImage prose = PrintedPage.ofProse();
        BufferedImage scan =
                switch (kind) {
                    case SLANTED_SCAN -> PrintedPage.turned(prose, 4);
                    case SIDEWAYS_SCAN -> PrintedPage.turned(prose, 90);
                    default -> prose;
                };
        ImageIO.write(scan, "png", file.toFile());
        return file;
    }

    /** The prose as text, and a picture with a word in it. */
    private static void pdf(Path file) throws IOException {
        try (var document = new PDDocument()) {
            var page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            try (var content = new PDPageContentStream(document, page)) {
                content.beginText();
                content.setFont(new PDType1Font(Standard14Fonts.FontName.TIMES_ROMAN), 12);
                content.newLineAtOffset(72, 700);
                content.setLeading(18);
                for (String line : PrintedPage.prose().split("\n", -1)) {
                    content.showText(line);
                    content.newLine();
                }
                content.endText();
                content.drawImage(LosslessFactory.createFromImage(document, PrintedPage.ofProse()), 72, 200, 310, 200);
            }
            document.save(file.toFile());
        }
    }
}
