package dev.pagewright.worker.recognition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.pagewright.document.BoundingBox;
import dev.pagewright.document.Engine;
import dev.pagewright.document.EngineReason;
import dev.pagewright.document.Line;
import dev.pagewright.document.Word;
import dev.pagewright.event.TaskOptions;
import dev.pagewright.worker.page.Deadline;
import dev.pagewright.worker.page.PagePicture;
import dev.pagewright.worker.page.PrintedPage;
import dev.pagewright.worker.page.Recognition;
import dev.pagewright.worker.recognition.merge.Readings;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** With the engines and data that the build carries. */
class LocalPictureReaderTest {

    @TempDir
    static Path scratch;

    private static LocalPictureReader reader;

    @BeforeAll
    static void load() {
        reader = new LocalPictureReader(new RecognitionSettings(scratch, null, List.of()));
    }

    @AfterAll
    static void close() {
        reader.close();
    }

    @Test
    void readsCleanPrintWithoutAFault() {
        Recognition recognition = read(PrintedPage.of(PrintedPage.text()));

        assertThat(texts(recognition)).containsExactly(PrintedPage.text());
        assertThat(recognition.engine()).isEqualTo(Engine.TESSERACT);
        assertThat(recognition.turn()).isZero();
        assertThat(recognition.content().lines())
                .allSatisfy(line -> assertThat(line.confidence()).isGreaterThan(0.8));
    }

    @Test
    void placesWordsInThePagesUnit() {
        BufferedImage image = PrintedPage.of("harbour");

        Recognition recognition =
                reader.read(new PagePicture(image, 124, 80, 200), options("en"), Deadline.in(Duration.ofMinutes(1)));

        Word word = recognition.content().lines().getFirst().words().getFirst();
        assertThat(word.text()).isEqualTo("harbour");
        assertThat(word.box().left()).isBetween(14.5, 15.5);
        assertThat(word.box().bottom()).isBetween(14.5, 15.5);
        assertThat(recognition.content().width()).isEqualTo(124);
    }

    @ParameterizedTest
    @ValueSource(ints = {90, 180, 270})
    void readsATurnedPageAsTheUprightOne(int degrees) {
        BufferedImage upright = PrintedPage.of(PrintedPage.text());
        Recognition expected = read(upright);

        Recognition recognition = read(PrintedPage.turned(upright, degrees));

        assertThat(recognition.turn()).isEqualTo(360 - degrees);
        assertThat(recognition.content().width()).isEqualTo(upright.getWidth());
        assertThat(texts(recognition)).containsExactly(PrintedPage.text());
        assertThat(hull(recognition)).satisfies(box -> near(box, hull(expected), 3));
    }

    @Test
    void readsASkewedPageAndPlacesItsWordsWhereTheyStand() {
        BufferedImage level = PrintedPage.of(PrintedPage.text());

        Recognition recognition = read(PrintedPage.turned(level, 4));

        assertThat(recognition.debug().get("deskew_degrees")).isBetween(3.7, 4.3);
        assertThat(texts(recognition)).containsExactly(PrintedPage.text());
        assertThat(recognition.layout()).isNotNull();
        Line first = recognition.content().lines().stream()
                .min(Comparator.comparingDouble(line -> line.box().top()))
                .orElseThrow();
        assertThat(first.angle()).isBetween(3.5, 4.5);
        double drop = first.words().getLast().box().centerY()
                - first.words().getFirst().box().centerY();
        double way = first.words().getLast().box().centerX()
                - first.words().getFirst().box().centerX();
        assertThat(Math.toDegrees(Math.atan2(drop, way))).isBetween(3.3, 4.7);
    }

    @Test
    void readsLightLettersOnADarkPage() {
        assertThat(texts(read(PrintedPage.of(Color.WHITE, new Color(30, 30, 60), 1, PrintedPage.text()))))
                .containsExactly(PrintedPage.text());
    }

    @Test
    void readsFadedLettersOnColouredPaper() {
        assertThat(texts(read(
                        PrintedPage.of(new Color(165, 150, 120), new Color(205, 190, 160), 1, PrintedPage.text()))))
                .containsExactly(PrintedPage.text());
    }

    @Test
    void readsSmallPictures() {
        Recognition recognition = read(PrintedPage.of(Color.BLACK, Color.WHITE, 0.4, PrintedPage.text()));

        assertThat(recognition.debug().get("enlargement")).isGreaterThan(1);
        assertThat(texts(recognition)).containsExactly(PrintedPage.text());
    }

    @Test
    void asksBothEnginesWhereTheBestIsWanted() {
        BufferedImage image = PrintedPage.of(PrintedPage.text());

        Recognition recognition = reader.read(
                new PagePicture(image, image.getWidth(), image.getHeight(), 200),
                new TaskOptions("vlm", "en", "auto"),
                Deadline.in(Duration.ofMinutes(1)));

        assertThat(recognition.engines()).containsExactlyInAnyOrder(Engine.TESSERACT, Engine.PP_OCR);
        assertThat(recognition.reason()).isEqualTo(EngineReason.VLM_NOT_CONFIGURED);
        assertThat(texts(recognition)).hasSize(PrintedPage.text().length);
    }

    @Test
    void findsNoTextInNoise() {
        BufferedImage image = new BufferedImage(400, 300, BufferedImage.TYPE_BYTE_GRAY);
        var random = new Random(7);
        for (int y = 0; y < 300; y++) {
            for (int x = 0; x < 400; x++) {
                image.getRaster().setSample(x, y, 0, random.nextInt(256));
            }
        }

        assertThat(Readings.worth(read(image).content().lines())).isLessThan(10);
    }

    @Test
    void findsNothingOnABlankPage() {
        assertThat(read(PrintedPage.of()).content().lines()).isEmpty();
    }

    @Test
    void survivesASinglePixelAndAStrip() {
        assertThat(read(new BufferedImage(1, 1, BufferedImage.TYPE_BYTE_GRAY))
                        .content()
                        .lines())
                .isEmpty();
        assertThat(read(new BufferedImage(30_000, 3, BufferedImage.TYPE_BYTE_GRAY))
                        .content()
                        .lines())
                .isEmpty();
    }

    @Test
    void givesUpWhenTheTimeIsOver() {
        Deadline over = Deadline.in(Duration.ZERO);

        BufferedImage image = PrintedPage.of(PrintedPage.text());
        Recognition recognition =
                reader.read(new PagePicture(image, image.getWidth(), image.getHeight(), 200), options("en"), over);

        assertThat(recognition.content().lines()).isEmpty();
    }

    private static Recognition read(BufferedImage image) {
        return reader.read(
                new PagePicture(image, image.getWidth(), image.getHeight(), 0),
                options("en"),
                Deadline.in(Duration.ofMinutes(1)));
    }

    private static BoundingBox hull(Recognition recognition) {
        return BoundingBox.hull(
                recognition.content().lines().stream().map(Line::box).toList());
    }

    private static void near(BoundingBox box, BoundingBox other, double distance) {
        assertThat(box.left()).isCloseTo(other.left(), within(distance));
        assertThat(box.top()).isCloseTo(other.top(), within(distance));
        assertThat(box.right()).isCloseTo(other.right(), within(distance));
        assertThat(box.bottom()).isCloseTo(other.bottom(), within(distance));
    }

    private static List<String> texts(Recognition recognition) {
        return recognition.content().lines().stream()
                .sorted(Comparator.comparingDouble(line -> line.box().top()))
                .map(Line::text)
                .toList();
    }

    private static TaskOptions options(String language) {
        return new TaskOptions("cpu", language, "auto");
    }
}
