package dev.pagewright.worker.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pagewright.document.Engine;
import dev.pagewright.document.Line;
import dev.pagewright.document.Word;
import dev.pagewright.event.TaskOptions;
import dev.pagewright.worker.reading.Deadline;
import dev.pagewright.worker.reading.PagePicture;
import dev.pagewright.worker.reading.Recognition;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
        Recognition recognition = read(PrintedPage.of(PrintedPage.TEXT));

        assertThat(texts(recognition)).containsExactly(PrintedPage.TEXT);
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

        BufferedImage image = PrintedPage.of(PrintedPage.TEXT);
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
