package dev.pagewright.worker.reading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pagewright.document.Engine;
import dev.pagewright.document.EngineReason;
import dev.pagewright.document.Page;
import dev.pagewright.document.PageResult;
import dev.pagewright.document.text.PlainText;
import dev.pagewright.event.TaskOptions;
import dev.pagewright.worker.model.OpenAiStandIn;
import dev.pagewright.worker.model.OpenAiStandIn.Behaviour;
import dev.pagewright.worker.model.TestModels;
import dev.pagewright.worker.page.Deadline;
import dev.pagewright.worker.vision.PromptProfile;
import dev.pagewright.worker.vision.VisionPictureReader;
import dev.pagewright.worker.vision.VisionReading;
import dev.pagewright.worker.vision.VisionSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** C11: with an endpoint, every page of a {@code vlm} job goes to it, one with a text layer too. */
class VisionRouteTest {

    private static final String SENTENCE = "The quick brown fox jumps over the lazy dog";

    @TempDir
    Path directory;

    private final SketchReader local = new SketchReader(0);

    @Test
    void holdsTheModelAgainstTheTextLayer() throws IOException {
        Page page = read(OpenAiStandIn.says("# " + SENTENCE + "."), "vlm");

        assertThat(PlainText.of(page)).isEqualTo(SENTENCE + ".");
        assertThat(page.reading().engine()).isEqualTo(Engine.VLM);
        assertThat(page.reading().engines()).containsExactlyInAnyOrder(Engine.VLM, Engine.TEXT_LAYER);
        assertThat(page.reading().reason()).isEqualTo(EngineReason.VLM_REQUESTED);
        assertThat(page.blocks().getFirst().box().left()).isBetween(71.0, 73.0);
        assertThat(page.blocks().getFirst().content().unverified()).isFalse();
        assertThat(local.shown).isEmpty();
    }

    @Test
    void fallsBackToTheTextLayer() throws IOException {
        Page page = read(OpenAiStandIn.status(401), "vlm");

        assertThat(PlainText.of(page)).isEqualTo(SENTENCE);
        assertThat(page.reading().engine()).isEqualTo(Engine.TEXT_LAYER);
        assertThat(page.reading().reason()).isEqualTo(EngineReason.VLM_UNAVAILABLE);
    }

    @Test
    void asksNoModelForTheOtherTier() throws IOException {
        assertThat(read(OpenAiStandIn.says("never said"), "cpu").reading().reason())
                .isEqualTo(EngineReason.TEXT_LAYER_TRUSTED);
    }

    private Page read(Behaviour behaviour, String tier) throws IOException {
        try (var server = new OpenAiStandIn(behaviour);
                var reader = PageReaders.of(
                        new VisionPictureReader(
                                local,
                                new VisionReading(
                                        new VisionSettings(TestModels.settings(server), PromptProfile.OLMOCR, 0))),
                        ReaderSettings.of(directory, null, List.of()))) {
            PageResult result = reader.read(new PageRequest(
                    "job",
                    0,
                    1,
                    pdf(),
                    "application/pdf",
                    null,
                    new TaskOptions(tier, "auto", "auto"),
                    Deadline.in(Duration.ofMinutes(1))));
            return ((PageResult.Read) result).page();
        }
    }

    private Path pdf() throws IOException {
        Path file = directory.resolve("page.pdf");
        try (var document = new PDDocument()) {
            var page = new PDPage();
            document.addPage(page);
            try (var content = new PDPageContentStream(document, page)) {
                content.beginText();
                content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
                content.newLineAtOffset(72, 700);
                content.showText(SENTENCE);
                content.endText();
            }
            document.save(file.toFile());
        }
        return file;
    }
}
