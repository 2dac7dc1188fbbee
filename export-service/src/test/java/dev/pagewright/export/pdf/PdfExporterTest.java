package dev.pagewright.export.pdf;

import static dev.pagewright.export.pdf.Pdfs.encrypted;
import static dev.pagewright.export.pdf.Pdfs.image;
import static dev.pagewright.export.pdf.Pdfs.letters;
import static dev.pagewright.export.pdf.Pdfs.page;
import static dev.pagewright.export.pdf.Pdfs.pdf;
import static dev.pagewright.export.pdf.Pdfs.text;
import static dev.pagewright.export.pdf.Pdfs.word;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.pagewright.document.Engine;
import dev.pagewright.document.EngineReason;
import dev.pagewright.document.Page;
import dev.pagewright.document.PageResult;
import dev.pagewright.document.PageTransform;
import dev.pagewright.document.Reading;
import dev.pagewright.document.Unit;
import dev.pagewright.document.Word;
import dev.pagewright.document.testing.SamplePages;
import dev.pagewright.export.format.Exporter;
import dev.pagewright.export.format.ExporterContract;
import dev.pagewright.export.testing.FakeSource;
import dev.pagewright.export.testing.Jobs;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PdfExporterTest extends ExporterContract {

    private final PdfExporter exporter = new PdfExporter();

    @Override
    protected Exporter exporter() {
        return exporter;
    }

    @Override
    protected FakeSource source(PageResult... pages) {
        try {
            return FakeSource.of(pages).withOriginal(pdf(pages.length, "", RenderingMode.FILL), null);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    protected String read(byte[] file) {
        try {
            return text(file, null);
        } catch (IOException e) {
            throw new AssertionError("not a PDF", e);
        }
    }

    /** The page of a PDF stands there as it was; an image's place is taken by the note. */
    @Override
    @Test
    protected void a_page_that_failed_is_told_of_with_its_code() throws IOException {
        var source = FakeSource.of(new PageResult.Read(SamplePages.text(0, "picture")), SamplePages.failed(1))
                .withOriginal(image("png", 612, 792), null)
                .withJob(Jobs.job("done", "a.png", "image/png", 2, null, null));

        assertThat(text(source.written(exporter), null)).contains("picture").contains("page_timeout");
    }

    @Test
    void words_can_be_found_and_the_original_stays_as_it_is() throws Exception {
        byte[] original = pdf(1, "", RenderingMode.FILL);
        var source =
                FakeSource.of(SamplePages.text(0, "Hello searchable world")).withOriginal(original, null);

        byte[] file = source.written(exporter);

        assertThat(Arrays.copyOf(file, original.length)).isEqualTo(original);
        assertThat(text(file, null)).contains("Hello searchable world");
    }

    @Test
    void each_word_lies_over_its_box() throws Exception {
        Page page = SamplePages.text(0, "Hello world");
        byte[] file = FakeSource.of(page)
                .withOriginal(pdf(1, "", RenderingMode.FILL), null)
                .written(exporter);

        List<TextPosition> letters = letters(file);

        Word world = page.blocks().getFirst().lines().getFirst().words().get(1);
        TextPosition first = letters.get(5);
        assertThat(first.getUnicode()).isEqualTo("w");
        assertThat((double) first.getXDirAdj()).isCloseTo(world.box().left(), within(0.5));
        assertThat((double) first.getYDirAdj()).isCloseTo(world.box().bottom(), within(0.5));
        assertThat((double) letters.getLast().getEndX()).isCloseTo(world.box().right(), within(0.5));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 90, 180, 270})
    void a_line_in_any_direction_is_read_as_one_word(int angle) throws Exception {
        Page page = page(word("sideways", angle), new PageTransform(1, 0, 0, -1, 0, 792), EngineReason.NO_TEXT_LAYER);

        byte[] file = FakeSource.of(page)
                .withOriginal(pdf(1, "", RenderingMode.FILL), null)
                .written(exporter);

        assertThat(letters(file))
                .allSatisfy(letter -> assertThat((double) letter.getDir()).isEqualTo((360 - angle) % 360));
        assertThat(text(file, null).replaceAll("\\s", "")).contains("sideways");
    }

    @ParameterizedTest
    @ValueSource(strings = {"مرحبا", "שלום", "日本語", "हिन्दी", "😀𝒳", "Ελλάδα"})
    void any_script_comes_back(String word) throws Exception {
        var source = FakeSource.of(SamplePages.text(0, word)).withOriginal(pdf(1, "", RenderingMode.FILL), null);

        assertThat(text(source.written(exporter), null)).contains(word);
    }

    @Test
    void a_page_with_a_trusted_text_layer_gets_no_second_one() throws Exception {
        byte[] original = pdf(1, "born digital", RenderingMode.FILL);
        Page trusted = new Page(
                0,
                1,
                612,
                792,
                Unit.PT,
                0,
                new PageTransform(1, 0, 0, -1, 0, 792),
                new Reading(Engine.TEXT_LAYER, Set.of(), EngineReason.TEXT_LAYER_TRUSTED, "en"),
                List.of(),
                List.of(),
                List.of(),
                Map.of());

        byte[] file = FakeSource.of(trusted).withOriginal(original, null).written(exporter);

        assertThat(file).isEqualTo(original);
    }

    @Test
    void an_earlier_invisible_layer_is_replaced() throws Exception {
        var source =
                FakeSource.of(SamplePages.text(0, "right")).withOriginal(pdf(1, "wrong", RenderingMode.NEITHER), null);

        String text = text(source.written(exporter), null);

        assertThat(text).contains("right").doesNotContain("wrong");
    }

    @Test
    void visible_text_is_never_touched() throws Exception {
        var source = FakeSource.of(SamplePages.text(0, "over")).withOriginal(pdf(1, "seen", RenderingMode.FILL), null);

        assertThat(text(source.written(exporter), null)).contains("seen", "over");
    }

    @Test
    void an_encrypted_original_stays_so_under_the_same_password() throws Exception {
        byte[] original = encrypted("open sesame");
        var source = FakeSource.of(SamplePages.text(0, "secret words")).withOriginal(original, "open sesame");

        byte[] file = source.written(exporter);

        try (PDDocument document = Loader.loadPDF(file, "open sesame")) {
            assertThat(document.isEncrypted()).isTrue();
        }
        assertThat(text(file, "open sesame")).contains("secret words");
    }

    @Test
    void only_the_pages_that_were_read_get_text() throws Exception {
        PageResult second = new PageResult.Read(SamplePages.text(1, "second"));
        var source = FakeSource.of(second, SamplePages.failed(2)).withOriginal(pdf(3, "", RenderingMode.FILL), null);

        byte[] file = source.written(exporter);

        try (PDDocument document = Loader.loadPDF(file)) {
            assertThat(document.getNumberOfPages()).isEqualTo(3);
            var stripper = new PDFTextStripper();
            stripper.setStartPage(2);
            stripper.setEndPage(2);
            assertThat(stripper.getText(document)).contains("second");
        }
    }

    @Test
    void a_jpeg_is_passed_through_upright() throws Exception {
        byte[] jpeg = image("jpg", 200, 100);
        // stored on its side: turned clockwise by 90 degrees it is upright
        Page page = page(word("up", 0), new PageTransform(0, -1, 1, 0, 0, 100), EngineReason.NO_TEXT_LAYER);
        var source = FakeSource.of(page)
                .withOriginal(jpeg, null)
                .withJob(Jobs.job("done", "a.jpg", "image/jpeg", 1, null, null));

        byte[] file = source.written(exporter);

        try (PDDocument document = Loader.loadPDF(file)) {
            var resources = document.getPage(0).getResources();
            var image = (PDImageXObject)
                    resources.getXObject(resources.getXObjectNames().iterator().next());
            assertThat(image.getCOSObject().createRawInputStream().readAllBytes())
                    .isEqualTo(jpeg);
        }
        assertThat(text(file, null)).contains("up");
    }
}
