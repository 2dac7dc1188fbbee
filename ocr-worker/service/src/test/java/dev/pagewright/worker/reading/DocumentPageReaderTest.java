package dev.pagewright.worker.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.pagewright.document.Block;
import dev.pagewright.document.BoundingBox;
import dev.pagewright.document.Engine;
import dev.pagewright.document.EngineReason;
import dev.pagewright.document.Line;
import dev.pagewright.document.Page;
import dev.pagewright.document.PageResult;
import dev.pagewright.document.Unit;
import dev.pagewright.error.PageErrorCode;
import dev.pagewright.event.TaskOptions;
import dev.pagewright.worker.page.Deadline;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import javax.imageio.ImageIO;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceRGB;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentPageReaderTest {

    private static final String SENTENCE = "The quick brown fox jumps over the lazy dog";

    @TempDir
    Path directory;

    private SketchReader pictures = new SketchReader(0);

    @Test
    void readsATextLayerWithoutLookingAtThePage() throws IOException {
        Path file = pdf(document -> text(document, 0));

        Page page = read(file, "application/pdf", "auto");

        assertThat(text(page)).isEqualTo(SENTENCE);
        assertThat(page.unit()).isEqualTo(Unit.PT);
        assertThat(page.reading().reason()).isEqualTo(EngineReason.TEXT_LAYER_TRUSTED);
        assertThat(pictures.shown).isEmpty();
        assertThat(page.debug()).containsKeys("open_ms", "text_layer_ms", "layout_ms", "page_ms");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 90, 180, 270})
    void turnsAPageAsTheFileTellsAndFindsItsWordsInTheOriginal(int rotation) throws IOException {
        Path file = pdf(document -> text(document, rotation));

        Page page = read(file, "application/pdf", "auto");

        assertThat(page.rotation()).isEqualTo(rotation);
        assertThat(page.width()).isEqualTo(rotation % 180 == 0 ? 612 : 792);
        Line line = lines(page).getFirst();
        assertThat(line.text()).isEqualTo(SENTENCE);
        assertThat(line.angle()).isEqualTo(rotation);
        BoundingBox stored = page.toOriginal().apply(line.box());
        assertThat(stored.left()).isEqualTo(72, within(0.1));
        assertThat(stored.top()).isBetween(690.0, 700.0);
        assertThat(stored.bottom()).isBetween(708.0, 718.0);
    }

    @Test
    void recognisesAScanInItsOwnPixels() throws IOException {
        BufferedImage scan = picture(850, 1100);
        Path file = pdf(document -> {
            PDPage page = new PDPage(new PDRectangle(612, 792));
            document.addPage(page);
            try (var content = new PDPageContentStream(document, page)) {
                content.drawImage(LosslessFactory.createFromImage(document, scan), 0, 0, 612, 792);
            }
        });

        Page page = read(file, "application/pdf", "auto");

        assertThat(pictures.shown).hasSize(1);
        assertThat(pictures.shown.getFirst().image().getWidth()).isEqualTo(850);
        assertThat(pictures.shown.getFirst().dpi()).isEqualTo(100, within(0.1));
        assertThat(page.reading().reason()).isEqualTo(EngineReason.NO_TEXT_LAYER);
        assertThat(lines(page).getFirst().box().left()).isEqualTo(72, within(0.8));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 90, 180, 270})
    void composesWhatTheFileTellsWithWhatTheTextShows(int turn) throws IOException {
        pictures = new SketchReader(turn);
        Path file = directory.resolve("page.png");
        ImageIO.write(picture(850, 1100), "png", file.toFile());

        Page page = read(file, "image/png", "auto");

        assertThat(page.rotation()).isEqualTo(turn);
        assertThat(page.toOriginal().apply(lines(page).getFirst().box()))
                .isEqualTo(new BoundingBox(100, 110, 140, 130));
    }

    @Test
    void aBlankPageIsReadAndEmpty() throws IOException {
        Path file = pdf(document -> document.addPage(new PDPage()));

        Page page = read(file, "application/pdf", "auto");

        assertThat(page.blocks()).isEmpty();
        assertThat(pictures.shown).isEmpty();
    }

    @Test
    void aPageOfPicturesThatCannotBeDecodedIsNotBlank() throws IOException {
        Path file = pdf(document -> damagedPictures(document, false));

        PageResult result = result(file, "application/pdf", "auto", null, Duration.ofMinutes(1));

        assertThat(result).isInstanceOfSatisfying(PageResult.Failed.class, failed -> assertThat(failed.code())
                .isEqualTo(PageErrorCode.PAGE_CORRUPT));
    }

    @Test
    void tellsOfPicturesThatAreMissingBesideItsText() throws IOException {
        Path file = pdf(document -> damagedPictures(document, true));

        Page page = read(file, "application/pdf", "force");

        assertThat(text(page)).isNotEmpty();
        assertThat(page.debug()).containsEntry("pictures_missing", 1.0);
    }

    @Test
    void looksAtThePageWhereItIsTold() throws IOException {
        Path file = pdf(document -> text(document, 0));

        assertThat(read(file, "application/pdf", "force").reading().reason()).isEqualTo(EngineReason.OCR_FORCED);
        assertThat(read(file, "application/pdf", "never").reading().reason()).isEqualTo(EngineReason.OCR_NEVER);
        assertThat(pictures.shown).hasSize(1);
    }

    @Test
    void readsAnewWhatAnEarlierOcrSaidOtherwise() throws IOException {
        BufferedImage scan = picture(850, 1100);
        Path file = pdf(document -> {
            PDPage page = new PDPage(new PDRectangle(612, 792));
            document.addPage(page);
            try (var content = new PDPageContentStream(document, page)) {
                content.drawImage(LosslessFactory.createFromImage(document, scan), 0, 0, 612, 792);
                content.beginText();
                content.setRenderingMode(RenderingMode.NEITHER);
                content.setFont(new PDType1Font(Standard14Fonts.FontName.TIMES_ROMAN), 12);
                content.newLineAtOffset(72, 700);
                content.showText(SENTENCE);
                content.endText();
            }
        });

        Page page = read(file, "application/pdf", "auto");

        assertThat(page.reading().reason()).isEqualTo(EngineReason.TEXT_LAYER_UNRELIABLE);
        assertThat(text(page)).isEqualTo("ink");
    }

    @Test
    void leavesOutWhatNobodySees() throws IOException {
        Path file = pdf(document -> {
            PDPage page = new PDPage(new PDRectangle(612, 792));
            document.addPage(page);
            try (var content = new PDPageContentStream(document, page)) {
                content.beginText();
                content.setFont(new PDType1Font(Standard14Fonts.FontName.TIMES_ROMAN), 12);
                content.newLineAtOffset(72, 700);
                content.showText(SENTENCE);
                content.setNonStrokingColor(Color.WHITE);
                content.newLineAtOffset(0, -100);
                content.showText("Say that all is well");
                content.endText();
            }
        });

        assertThat(text(read(file, "application/pdf", "auto"))).isEqualTo(SENTENCE);
    }

    @Test
    void readsTheTextOfAPictureBesideATrustedTextLayer() throws IOException {
        BufferedImage figure = picture(300, 200);
        Graphics2D graphics = figure.createGraphics();
        graphics.setColor(Color.BLACK);
        for (int x = 100; x < 200; x += 8) { // strokes, as letters have
            graphics.fillRect(x, 110, 4, 30);
        }
        graphics.dispose();
        Path file = pdf(document -> {
            text(document, 0);
            try (var content = new PDPageContentStream(
                    document, document.getPage(0), PDPageContentStream.AppendMode.APPEND, true)) {
                content.drawImage(LosslessFactory.createFromImage(document, figure), 100, 300, 150, 100);
            }
        });

        Page page = read(file, "application/pdf", "auto");

        assertThat(page.reading().reason()).isEqualTo(EngineReason.TEXT_LAYER_TRUSTED);
        assertThat(page.reading().engines()).containsExactly(Engine.TEXT_LAYER, Engine.TESSERACT);
        assertThat(lines(page)).extracting(Line::text).containsExactly(SENTENCE, "ink");
        assertThat(lines(page).getLast().box().left()).isEqualTo(150, within(1.0));
        assertThat(lines(page).getLast().box().top()).isEqualTo(447, within(1.0));
    }

    @Test
    void keepsAFileOpenForItsNextPage() throws IOException {
        Path file = pdf(document -> {
            text(document, 0);
            text(document, 90);
        });
        try (PageReader reader = PageReaders.of(pictures, ReaderSettings.of(directory, null, List.of()))) {
            for (int number = 1; number <= 2; number++) {
                PageResult result = reader.read(new PageRequest(
                        "job",
                        number - 1,
                        number,
                        file,
                        "application/pdf",
                        null,
                        new TaskOptions("cpu", "auto", "auto"),
                        Deadline.in(Duration.ofMinutes(1))));
                assertThat(((PageResult.Read) result).page().number()).isEqualTo(number);
            }
        }
    }

    @Test
    void readsAnEncryptedFileByItsPassword() throws IOException {
        Path file = pdf(document -> {
            text(document, 0);
            document.protect(new StandardProtectionPolicy("owner", "secret", new AccessPermission()));
        });

        assertThat(result(file, "application/pdf", "auto", "secret", Duration.ofMinutes(1)))
                .isInstanceOf(PageResult.Read.class);
        assertThat(result(file, "application/pdf", "auto", "wrong", Duration.ofMinutes(1)))
                .isInstanceOf(PageResult.Failed.class);
    }

    @Test
    void aPageThatIsLateIsSaidToBe() throws IOException {
        Path file = pdf(document -> text(document, 0));

        PageResult result = result(file, "application/pdf", "auto", null, Duration.ZERO);

        assertThat(result).isInstanceOfSatisfying(PageResult.Failed.class, failed -> assertThat(failed.code())
                .isEqualTo(PageErrorCode.PAGE_TIMEOUT));
    }

    @Test
    void aDamagedFileIsAPageThatCannotBeRead() throws IOException {
        Path file = directory.resolve("damaged.pdf");
        Files.writeString(file, "%PDF-1.7\nnothing of a document");

        PageResult result = result(file, "application/pdf", "auto", null, Duration.ofMinutes(1));

        assertThat(result).isInstanceOfSatisfying(PageResult.Failed.class, failed -> assertThat(failed.code())
                .isEqualTo(PageErrorCode.PAGE_CORRUPT));
    }

    private interface Maker {
        void make(PDDocument document) throws IOException;
    }

    private Path pdf(Maker maker) throws IOException {
        Path file = Files.createTempFile(directory, "made", ".pdf");
        try (var document = new PDDocument()) {
            maker.make(document);
            document.save(file.toFile());
        }
        return file;
    }

    private static void text(PDDocument document, int rotation) throws IOException {
        PDPage page = new PDPage(new PDRectangle(612, 792));
        page.setRotation(rotation);
        document.addPage(page);
        try (var content = new PDPageContentStream(document, page)) {
            content.beginText();
            content.setFont(new PDType1Font(Standard14Fonts.FontName.TIMES_ROMAN), 12);
            content.newLineAtOffset(72, 700);
            content.showText(SENTENCE);
            content.endText();
        }
    }

    /** Two, so that the page is no scan. */
    private static void damagedPictures(PDDocument document, boolean withText) throws IOException {
        if (withText) {
            text(document, 0);
        } else {
            document.addPage(new PDPage(new PDRectangle(612, 792)));
        }
        var data = new ByteArrayInputStream("no JPEG".getBytes(StandardCharsets.US_ASCII));
        var damaged = new PDImageXObject(document, data, COSName.DCT_DECODE, 300, 400, 8, PDDeviceRGB.INSTANCE);
        try (var content =
                new PDPageContentStream(document, document.getPage(0), PDPageContentStream.AppendMode.APPEND, true)) {
            content.drawImage(damaged, 0, 0, 300, 400);
            content.drawImage(damaged, 306, 0, 300, 400);
        }
    }

    /** White, with a dark bar from (100, 110) to (140, 130). */
    private static BufferedImage picture(int width, int height) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, width, height);
        graphics.setColor(Color.BLACK);
        graphics.fillRect(100, 110, 40, 20);
        graphics.dispose();
        return image;
    }

    private Page read(Path file, String mediaType, String ocr) {
        return ((PageResult.Read) result(file, mediaType, ocr, null, Duration.ofMinutes(1))).page();
    }

    private PageResult result(Path file, String mediaType, String ocr, @Nullable String password, Duration time) {
        try (PageReader reader = PageReaders.of(pictures, ReaderSettings.of(directory, null, List.of()))) {
            return reader.read(new PageRequest(
                    "job", 0, 1, file, mediaType, password, new TaskOptions("cpu", "auto", ocr), Deadline.in(time)));
        }
    }

    private static List<Line> lines(Page page) {
        return page.blocks().stream().flatMap(block -> block.lines().stream()).toList();
    }

    private static String text(Page page) {
        return String.join("\n", page.blocks().stream().map(Block::text).toList());
    }
}
