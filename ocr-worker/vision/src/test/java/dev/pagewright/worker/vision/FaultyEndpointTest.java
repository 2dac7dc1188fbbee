package dev.pagewright.worker.vision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pagewright.document.BoundingBox;
import dev.pagewright.document.Engine;
import dev.pagewright.document.EngineReason;
import dev.pagewright.document.Line;
import dev.pagewright.document.TextStyle;
import dev.pagewright.document.Word;
import dev.pagewright.worker.model.FaultyEndpoints;
import dev.pagewright.worker.model.TestModels;
import dev.pagewright.worker.page.Deadline;
import dev.pagewright.worker.page.PageContent;
import dev.pagewright.worker.page.PagePicture;
import dev.pagewright.worker.page.Recognition;
import java.awt.image.BufferedImage;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** However an endpoint fails, a page has what was seen of it otherwise, soon, and the pages after it at once. */
class FaultyEndpointTest {

    /** Instead of the 50 seconds of an installation. */
    private static final Duration QUESTION = Duration.ofMillis(600);

    private static final String SEEN = "The harbour master keeps a ledger of all vessels";

    @ParameterizedTest
    @EnumSource(FaultyEndpoints.class)
    void thePageKeepsWhatWasSeen(FaultyEndpoints fault) {
        try (var server = fault.open();
                var vision = new VisionReading(
                        TestModels.client(TestModels.settings(server, QUESTION)),
                        new VisionSettings(TestModels.settings(server, QUESTION), PromptProfile.OLMOCR, 0))) {
            for (int page = 0; page < 8; page++) {
                long start = System.nanoTime();

                Recognition read = vision.read(picture(), seen(), Deadline.in(Duration.ofMinutes(2)));

                assertThat(read.content().lines()).extracting(Line::text).containsExactly(SEEN);
                assertThat(read.reason()).isIn(EngineReason.VLM_UNAVAILABLE, EngineReason.VLM_INVALID_ANSWER);
                Duration took = Duration.ofNanos(System.nanoTime() - start);
                assertThat(took).isLessThan(QUESTION.plusSeconds(5));
            }
            if (fault.silent()) {
                assertThat(server.requests()).as("the first page has found out").hasSizeLessThanOrEqualTo(1);
            } else {
                assertThat(server.requests()).hasSizeLessThanOrEqualTo(16);
            }
        }
    }

    private static PagePicture picture() {
        return new PagePicture(new BufferedImage(600, 800, BufferedImage.TYPE_BYTE_GRAY), 600, 800, 100);
    }

    private static Recognition seen() {
        var box = new BoundingBox(50, 50, 400, 70);
        var line = new Line(SEEN, box, 0.9, Engine.TESSERACT, TextStyle.UNKNOWN, 0, List.of(new Word(SEEN, box, 0.9)));
        return new Recognition(
                0,
                new PageContent(600, 800, List.of(line), List.of(), List.of()),
                null,
                Engine.TESSERACT,
                Set.of(Engine.TESSERACT),
                null,
                "en",
                Map.of());
    }
}
