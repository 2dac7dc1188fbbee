package dev.pagewright.worker.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pagewright.document.BoundingBox;
import dev.pagewright.document.Line;
import dev.pagewright.document.Word;
import dev.pagewright.event.TaskOptions;
import java.awt.image.BufferedImage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What every {@link PictureReader} keeps to, whatever reads. A subclass gives the reader and closes it. */
public abstract class PictureReaderContract {

    private static final Duration LONG = Duration.ofMinutes(1);

    protected abstract PictureReader reader();

    /** Of the tasks that it reads. */
    protected abstract String tier();

    @Test
    void readsPrintWithEveryWordOnThePage() {
        Recognition read = read(page(), LONG);

        assertThat(text(read)).containsIgnoringWhitespaces("The harbour master keeps a ledger of all vessels");
        assertThat(read.engines()).contains(read.engine());
        for (Line line : read.content().lines()) {
            assertThat(line.confidence()).isBetween(0.0, 1.0);
            for (Word word : line.words()) {
                assertThat(word.text()).isNotBlank();
                assertThat(word.confidence()).isBetween(0.0, 1.0);
                assertThat(on(word.box(), read.content().width(), read.content().height()))
                        .as(word.toString())
                        .isTrue();
            }
        }
    }

    @Test
    void readsTheSameInThePagesOwnUnit() {
        BufferedImage image = PrintedPage.ofProse();
        double scale = 0.36;

        Recognition read = reader().read(
                        new PagePicture(image, image.getWidth() * scale, image.getHeight() * scale, 200),
                        options("en"),
                        Deadline.in(LONG));

        assertThat(read.content().width()).isEqualTo(image.getWidth() * scale);
        assertThat(read.content().lines())
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line.box().right()).isLessThanOrEqualTo(image.getWidth() * scale));
    }

    @Test
    void readsNothingOfABlankPage() {
        Recognition read = read(new BufferedImage(600, 400, BufferedImage.TYPE_BYTE_BINARY), LONG);

        assertThat(text(read)).isBlank();
    }

    @Test
    void takesAPictureOfOneDot() {
        assertThat(text(read(new BufferedImage(1, 1, BufferedImage.TYPE_BYTE_GRAY), LONG)))
                .isBlank();
    }

    @Test
    void takesALanguageThatIsNotThere() {
        Recognition read = reader().read(new PagePicture(page(), 1240, 800, 200), options("tlh"), Deadline.in(LONG));

        assertThat(read.content().width()).isEqualTo(1240);
    }

    @Test
    void failsInNoOtherWayThanByLeavingOutWhatTheDeadlineCutsOff() {
        Recognition read = read(page(), Duration.ZERO);

        assertThat(read.content().width()).isEqualTo(1240);
    }

    @Test
    void changesNoPixel() {
        BufferedImage image = page();
        int[] before = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());

        read(image, LONG);

        assertThat(image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth()))
                .isEqualTo(before);
    }

    @Test
    void readsForSeveralThreadsAtOnce() throws Exception {
        String alone = text(read(page(), LONG));
        List<Callable<String>> readings = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            readings.add(() -> text(read(page(), LONG)));
        }

        try (var threads = Executors.newFixedThreadPool(2)) {
            for (Future<String> reading : threads.invokeAll(readings)) {
                assertThat(reading.get()).isEqualTo(alone);
            }
        }
    }

    @Test
    void tellsWhatItIs() {
        assertThat(reader().capabilities().engines())
                .contains(read(page(), LONG).engine());
    }

    private Recognition read(BufferedImage image, Duration time) {
        return reader().read(
                        new PagePicture(image, image.getWidth(), image.getHeight(), 200),
                        options("en"),
                        Deadline.in(time));
    }

    private TaskOptions options(String language) {
        return new TaskOptions(tier(), language, "auto");
    }

    private static BufferedImage page() {
        return PrintedPage.ofProse();
    }

    private static boolean on(BoundingBox box, double width, double height) {
        return box.left() >= 0
                && box.top() >= 0
                && box.right() <= width
                && box.bottom() <= height
                && box.left() < box.right()
                && box.top() < box.bottom();
    }

    private static String text(Recognition read) {
        return read.content().lines().stream().map(Line::text).collect(Collectors.joining("\n"));
    }
}
