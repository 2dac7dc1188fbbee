package dev.pagewright.export.docx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pagewright.document.Block;
import dev.pagewright.document.Page;
import dev.pagewright.document.PageResult;
import dev.pagewright.document.testing.PageBuilder;
import dev.pagewright.document.testing.SamplePages;
import dev.pagewright.export.format.Exporter;
import dev.pagewright.export.format.ExporterContract;
import dev.pagewright.export.testing.FakeSource;
import java.awt.Color;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFHyperlinkRun;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.xmlbeans.XmlError;
import org.apache.xmlbeans.XmlException;
import org.apache.xmlbeans.XmlOptions;
import org.junit.jupiter.api.Test;

class DocxExporterTest extends ExporterContract {

    private static final byte[] ORIGINAL = pages(3);

    /** A PDF of blue pages: what is cut from one is blue. */
    private static byte[] pages(int count) {
        var file = new ByteArrayOutputStream();
        try (var document = new PDDocument()) {
            for (int i = 0; i < count; i++) {
                var page = new PDPage();
                document.addPage(page);
                try (var content = new PDPageContentStream(document, page)) {
                    content.setNonStrokingColor(Color.BLUE);
                    content.addRect(0, 0, 612, 792);
                    content.fill();
                }
            }
            document.save(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file.toByteArray();
    }

    @Override
    protected Exporter exporter() {
        return new DocxExporter();
    }

    @Override
    protected FakeSource source(PageResult... pages) {
        return FakeSource.of(pages).withOriginal(ORIGINAL, null);
    }

    /** Read by Apache POI, and held against the schema of ECMA-376. */
    @Override
    protected String read(byte[] file) {
        try (var document = open(file);
                var text = new XWPFWordExtractor(document)) {
            List<XmlError> errors = new ArrayList<>();
            var options = new XmlOptions().setErrorListener(errors);
            assertThat(document.getDocument().validate(options))
                    .as("%s", errors)
                    .isTrue();
            assertThat(document.getStyle().validate(options)).as("%s", errors).isTrue();
            return text.getText();
        } catch (IOException | XmlException e) {
            throw new AssertionError("not a document", e);
        }
    }

    private static XWPFDocument open(byte[] file) throws IOException {
        ZipSecureFile.setMinInflateRatio(0); // a million times the same letter compresses well
        return new XWPFDocument(new ByteArrayInputStream(file));
    }

    private XWPFDocument written(Page... pages) throws IOException {
        byte[] file = FakeSource.of(pages).withOriginal(ORIGINAL, null).written(exporter());
        assertThat(read(file)).isNotNull();
        return open(file);
    }

    private static Page sized(Page page, double width, double height) {
        return new Page(
                page.index(),
                page.number(),
                width,
                height,
                page.unit(),
                page.rotation(),
                page.toOriginal(),
                page.reading(),
                page.blocks(),
                page.tables(),
                page.links(),
                page.debug());
    }

    @Test
    void an_article_has_real_headings_lists_and_tables() throws Exception {
        try (var document = written(SamplePages.article(0), SamplePages.text(1, "second"))) {
            XWPFParagraph heading = document.getParagraphs().getFirst();
            assertThat(heading.getStyle()).isEqualTo("Heading1");
            assertThat(heading.getText()).isEqualTo("1. Results of the year");
            assertThat(document.getParagraphs().stream().filter(p -> "Norway".equals(p.getText())))
                    .singleElement()
                    .satisfies(item -> {
                        assertThat(item.getNumFmt()).isEqualTo("decimal");
                        assertThat(item.getNumIlvl().intValue()).isEqualTo(1);
                    });
            var table = document.getTables().getFirst();
            assertThat(table.getRow(0).isRepeatHeader()).isTrue();
            assertThat(table.getRow(0)
                            .getCell(1)
                            .getCTTc()
                            .getTcPr()
                            .getGridSpan()
                            .getVal()
                            .intValue())
                    .isEqualTo(2);
            assertThat(table.getRow(2).getCell(0).getText()).isEqualTo("North | East");
            assertThat(document.getParagraphs().stream().filter(p -> "second".equals(p.getText())))
                    .singleElement()
                    .satisfies(first -> assertThat(first.getCTP().getPPr().isSetPageBreakBefore())
                            .isTrue());
        }
    }

    @Test
    void a_link_leads_where_the_page_says() throws Exception {
        try (var document = written(SamplePages.article(0))) {
            List<XWPFHyperlinkRun> links = document.getParagraphs().stream()
                    .flatMap(paragraph -> paragraph.getRuns().stream())
                    .filter(XWPFHyperlinkRun.class::isInstance)
                    .map(XWPFHyperlinkRun.class::cast)
                    .toList();
            assertThat(links).singleElement().satisfies(link -> {
                assertThat(link.text()).isEqualTo("our report");
                assertThat(link.getHyperlink(document).getURL()).isEqualTo("https://example.org/report?a=1&b=2");
            });
        }
    }

    @Test
    void a_note_whose_mark_stands_in_the_text_is_a_real_one() throws Exception {
        Page page = new PageBuilder(0)
                .paragraph("Revenue grew¹ by 12%. Costs, too.")
                .paragraph("The area is 12 km² here.")
                .block("Restated.", content -> new Block.Footnote(content, "1"))
                .block("Of nothing.", content -> new Block.Footnote(content, "2"))
                .build();
        try (var document = written(page)) {
            assertThat(document.getFootnotes().stream()
                            .filter(note -> note.getId().signum() > 0)
                            .map(note -> note.getParagraphs().getFirst().getText()))
                    .containsExactly("1 Restated.");
            assertThat(document.getParagraphs().stream().map(XWPFParagraph::getStyle))
                    .containsOnlyOnce("FootnoteText");
            assertThat(document.getParagraphs().getFirst().getCTP().xmlText())
                    .contains("footnoteReference")
                    .contains(">¹<");
        }
    }

    @Test
    void a_figure_is_cut_from_its_page() throws Exception {
        try (var document = written(SamplePages.article(0))) {
            assertThat(document.getAllPictures()).singleElement().satisfies(picture -> {
                var image = ImageIO.read(new ByteArrayInputStream(picture.getData()));
                var color = new Color(image.getRGB(image.getWidth() / 2, image.getHeight() / 2));
                assertThat(color.getBlue()).isGreaterThan(200);
                assertThat(color.getRed()).isLessThan(60);
            });
        }
    }

    @Test
    void pages_of_another_size_are_another_section_and_an_empty_page_stays_one() throws Exception {
        Page wide = sized(SamplePages.text(2, "wide"), 792, 612);
        try (var document = written(SamplePages.text(0, "first"), SamplePages.blank(1), wide)) {
            List<XWPFParagraph> paragraphs = document.getParagraphs();
            assertThat(paragraphs.stream()
                            .filter(p ->
                                    p.getCTP().isSetPPr() && p.getCTP().getPPr().isSetPageBreakBefore()))
                    .hasSize(1);
            assertThat(paragraphs.stream()
                            .filter(p ->
                                    p.getCTP().isSetPPr() && p.getCTP().getPPr().isSetSectPr()))
                    .hasSize(1);
            var last = document.getDocument().getBody().getSectPr().getPgSz();
            assertThat(last.getOrient().toString()).isEqualTo("landscape");
        }
    }

    @Test
    void a_right_to_left_paragraph_says_so() throws Exception {
        try (var document = written(SamplePages.arabic(0))) {
            assertThat(document.getParagraphs().getFirst().getCTP().getPPr().isSetBidi())
                    .isTrue();
        }
    }

    @Test
    void letters_beyond_the_basic_plane_stay_one() throws Exception {
        try (var document = written(SamplePages.text(0, "𠮷野家 😀 𝒳"))) {
            assertThat(document.getParagraphs().getFirst().getText()).isEqualTo("𠮷野家 😀 𝒳");
        }
    }
}
