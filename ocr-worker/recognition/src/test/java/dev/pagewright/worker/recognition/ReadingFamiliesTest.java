package dev.pagewright.worker.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pagewright.document.EngineReason;
import dev.pagewright.document.Line;
import dev.pagewright.event.TaskOptions;
import dev.pagewright.worker.page.Deadline;
import dev.pagewright.worker.page.PagePicture;
import dev.pagewright.worker.page.Recognition;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What a picture of some words is like makes no difference to what is read, for words, fonts and sizes of any seed. Case
 * does not count: of a word alone nobody can tell a small {@code s} from a capital.
 */
class ReadingFamiliesTest {

    /** Pictures of each kind a seed. */
    private static final int PICTURES = 4;

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

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void wordsAreReadHoweverTheyAreFramed(long seed) {
        var random = new Random(seed);
        for (int i = 0; i < PICTURES; i++) {
            DrawnText drawn = DrawnText.any(random);

            assertThat(read(drawn.roomy())).isEqualToIgnoringCase(drawn.text());
            assertThat(read(drawn.cropped())).isEqualToIgnoringCase(drawn.text());
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void wordsAreReadAtAnySize(long seed) {
        var random = new Random(seed);
        for (int i = 0; i < PICTURES; i++) {
            DrawnText drawn = DrawnText.any(random);

            assertThat(read(drawn.scaled(0.5 + 2.5 * random.nextDouble()))).isEqualToIgnoringCase(drawn.text());
            assertThat(read(drawn.scaled(8))).isEqualToIgnoringCase(drawn.text());
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void lightWordsAreReadOnDarkPaper(long seed) {
        var random = new Random(seed);
        for (int i = 0; i < PICTURES; i++) {
            DrawnText drawn = DrawnText.any(random);

            assertThat(read(drawn.inverted())).isEqualToIgnoringCase(drawn.text());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 20})
    void paperIsBlankWhateverItsTone(int grain) {
        Recognition recognition = recognition(paper(grain));

        assertThat(recognition.content().lines()).isEmpty();
        assertThat(recognition.reason()).isEqualTo(EngineReason.BLANK);
        assertThat(recognition.unread()).isZero();
    }

    @Test
    void whatLooksLikeLettersAndIsNoneIsToldToBeUnread() {
        BufferedImage image = paper(1);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.BLACK);
        for (int i = 0; i < 12; i++) {
            graphics.drawPolygon(
                    new int[] {60 + 40 * i, 85 + 40 * i, 70 + 40 * i, 60 + 40 * i},
                    new int[] {100, 118, 134 - i, 110 + i},
                    4);
        }
        graphics.dispose();

        Recognition recognition = recognition(image);

        assertThat(recognition.reason()).isNotEqualTo(EngineReason.BLANK);
        assertThat(recognition.unread() > 0 || !recognition.content().lines().isEmpty())
                .isTrue();
    }

    /** @param grain steps of grey by which its pixels differ at most */
    private static BufferedImage paper(int grain) {
        var image = new BufferedImage(600, 300, BufferedImage.TYPE_BYTE_GRAY);
        var random = new Random(grain);
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                image.getRaster().setSample(x, y, 0, 200 + random.nextInt(grain));
            }
        }
        return image;
    }

    /** Of a picture of one row, from left to right, however many lines it was cut into. */
    private static String read(BufferedImage image) {
        return recognition(image).content().lines().stream()
                .sorted(Comparator.comparingDouble(line -> line.box().left()))
                .map(Line::text)
                .collect(Collectors.joining(" "));
    }

    private static Recognition recognition(BufferedImage image) {
        return reader.read(
                new PagePicture(image, image.getWidth(), image.getHeight(), 0),
                new TaskOptions("cpu", "auto", "auto"),
                Deadline.in(Duration.ofMinutes(1)));
    }
}
