package dev.pagewright.export.pdf;

import static dev.pagewright.export.pdf.Pdfs.LETTER;
import static dev.pagewright.export.pdf.Pdfs.drawn;
import static dev.pagewright.export.pdf.Pdfs.letters;
import static dev.pagewright.export.pdf.Pdfs.page;
import static dev.pagewright.export.pdf.Pdfs.text;
import static dev.pagewright.export.pdf.Pdfs.word;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.pagewright.document.EngineReason;
import dev.pagewright.document.Page;
import dev.pagewright.document.PageTransform;
import dev.pagewright.document.testing.SamplePages;
import dev.pagewright.export.testing.FakeSource;
import java.nio.charset.StandardCharsets;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Words lie where they stand, whatever the page does; nothing that is unseen is left of an earlier reading. */
class TextPlacementTest {

    private final PdfExporter exporter = new PdfExporter();

    @ParameterizedTest
    @CsvSource({"3, false", "0, true"})
    void an_earlier_layer_in_a_form_goes_only_where_it_is_unseen(int mode, boolean stays) throws Exception {
        byte[] original = drawn((document, page) -> {
            var form = new PDFormXObject(document);
            form.setBBox(LETTER);
            form.setResources(new PDResources());
            form.getResources().put(COSName.getPDFName("F"), new PDType1Font(Standard14Fonts.FontName.HELVETICA));
            try (var out = form.getStream().createOutputStream()) {
                out.write("BT /F 12 Tf %d Tr 300 300 Td (earlier) Tj ET"
                        .formatted(mode)
                        .getBytes(StandardCharsets.US_ASCII));
            }
            try (var content = new PDPageContentStream(document, page)) {
                content.drawForm(form);
            }
        });

        byte[] file = FakeSource.of(SamplePages.text(0, "right"))
                .withOriginal(original, null)
                .written(exporter);

        assertThat(text(file, null)).contains("right");
        assertThat(text(file, null).contains("earlier")).isEqualTo(stays);
    }

    @ParameterizedTest
    @ValueSource(strings = {"q .5 0 0 .5 10 10 cm q", "Q Q .5 0 0 .5 10 10 cm", "1 0 Tr BT"})
    void a_page_that_leaves_its_graphics_state_changed_moves_no_word(String content) throws Exception {
        byte[] original = drawn((document, page) -> {
            var stream = new PDStream(document);
            try (var out = stream.createOutputStream()) {
                out.write(content.getBytes(StandardCharsets.US_ASCII));
            }
            page.setContents(stream);
        });

        byte[] file = FakeSource.of(SamplePages.text(0, "Hello"))
                .withOriginal(original, null)
                .written(exporter);

        assertThat(letters(file).getFirst().getX()).isCloseTo(72, within(0.1f));
        assertThat(letters(file).getFirst().getY()).isCloseTo(82, within(0.1f));
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "90, 1", "180, 2", "270, 1.5"})
    void words_lie_where_they_stand_on_a_turned_cut_and_scaled_page(int rotation, float unit) throws Exception {
        byte[] original = drawn((document, page) -> {
            page.setCropBox(new PDRectangle(30, 50, 300, 400));
            page.setRotation(rotation);
            page.setUserUnit(unit);
        });
        boolean sideways = rotation % 180 != 0;
        double width = (sideways ? 400 : 300) * unit;
        double height = (sideways ? 300 : 400) * unit;
        // what a reader tells of a page that shows [30, 330] x [50, 450]: upright point to user space
        double s = 1 / (double) unit;
        PageTransform map =
                switch (rotation) {
                    case 90 -> new PageTransform(0, s, s, 0, 30, 50);
                    case 180 -> new PageTransform(-s, 0, 0, s, 330, 50);
                    case 270 -> new PageTransform(0, -s, -s, 0, 330, 450);
                    default -> new PageTransform(s, 0, 0, -s, 30, 450);
                };
        Page page = page(word("sideways", 0), map, EngineReason.NO_TEXT_LAYER, width, height, rotation);

        byte[] file = FakeSource.of(page).withOriginal(original, null).written(exporter);

        TextPosition letter = letters(file).getFirst();
        assertThat((double) letter.getDir()).isEqualTo(rotation);
        assertThat((double) letter.getX() * unit).isCloseTo(20, within(0.02 * width));
        assertThat((double) letter.getY() * unit).isCloseTo(42, within(0.02 * height));
        assertThat((double) letter.getWidth() * unit * 8).isCloseTo(60, within(1.0));
    }
}
