package dev.pagewright.worker.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pagewright.worker.attempt.Attempts;
import dev.pagewright.worker.attempt.StepProbe;
import dev.pagewright.worker.ocr.tesseract.Tessdata;
import dev.pagewright.worker.page.Deadline;
import dev.pagewright.worker.page.PagePicture;
import java.awt.Font;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** With the engines that the build carries, on words drawn with the JDK's fonts. */
class LatinSampleTest {

    @TempDir
    static Path scratch;

    private static Engines engines;

    @BeforeAll
    static void load() {
        engines = new Engines(new RecognitionSettings(scratch, null, List.of()), new Tessdata(List.of()));
    }

    @AfterAll
    static void close() {
        engines.close();
    }

    @Test
    void knowsLatinWordsInAnyFont() {
        var random = new Random(7);
        for (int i = 0; i < 8; i++) {
            DrawnText text = DrawnText.any(random);
            assertThat(latin(text.roomy())).as(text.text()).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Ελληνική γλώσσα και γραφή", "Утренняя газета", "Київський вокзал ще зачинено", "ქართული ენა"})
    void takesNoOtherScriptForLatin(String text) {
        var drawn = new DrawnText(text, Font.SANS_SERIF, 36);

        assertThat(latin(drawn.roomy())).isFalse();
    }

    private static boolean latin(BufferedImage image) {
        var runs = new EngineRuns(engines, 300, Deadline.in(Duration.ofMinutes(1)), new Attempts(StepProbe.NONE));
        Pose pose = new Poses(new PagePicture(image, image.getWidth(), image.getHeight(), 300), runs).original();
        return new LatinSample(engines, runs).is(pose, Sample.of(pose));
    }
}
