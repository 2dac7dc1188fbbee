package dev.pagewright.worker.reading;

import static dev.pagewright.worker.model.OpenAiStandIn.says;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pagewright.document.Engine;
import dev.pagewright.event.TaskOptions;
import dev.pagewright.worker.model.OpenAiStandIn;
import dev.pagewright.worker.model.TestModels;
import dev.pagewright.worker.page.Deadline;
import dev.pagewright.worker.page.PagePicture;
import dev.pagewright.worker.page.PictureReader;
import dev.pagewright.worker.page.PictureReaderContract;
import dev.pagewright.worker.page.PrintedPage;
import dev.pagewright.worker.page.Recognition;
import dev.pagewright.worker.recognition.LocalPictureReader;
import dev.pagewright.worker.recognition.RecognitionSettings;
import dev.pagewright.worker.vision.PromptProfile;
import dev.pagewright.worker.vision.VisionPictureReader;
import dev.pagewright.worker.vision.VisionReading;
import dev.pagewright.worker.vision.VisionSettings;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A vision endpoint over the real local engines; it says the printed page's text, whatever it is shown. */
class VisionPictureReaderContractTest extends PictureReaderContract {

    @TempDir
    private static Path scratch;

    private static OpenAiStandIn endpoint;
    private static VisionPictureReader reader;

    @BeforeAll
    static void load() throws Exception {
        endpoint = new OpenAiStandIn(says(PrintedPage.prose()));
        var settings = new VisionSettings(TestModels.settings(endpoint), PromptProfile.GENERIC, 0);
        reader = new VisionPictureReader(
                new LocalPictureReader(new RecognitionSettings(scratch, null, List.of())), new VisionReading(settings));
    }

    @AfterAll
    static void close() {
        reader.close();
        endpoint.close();
    }

    @Test
    void isTheModelThatReads() {
        BufferedImage page = PrintedPage.ofProse();

        Recognition read = reader.read(
                new PagePicture(page, page.getWidth(), page.getHeight(), 200),
                new TaskOptions("vlm", "en", "auto"),
                Deadline.in(Duration.ofMinutes(1)));

        assertThat(read.engine()).isEqualTo(Engine.VLM);
        assertThat(endpoint.requests()).isNotEmpty();
    }

    @Override
    protected PictureReader reader() {
        return reader;
    }

    @Override
    protected String tier() {
        return "vlm";
    }
}
