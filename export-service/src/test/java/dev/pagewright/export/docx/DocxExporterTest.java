package dev.pagewright.export.docx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pagewright.document.testing.SamplePages;
import dev.pagewright.export.format.Exporter;
import dev.pagewright.export.format.ExporterContract;
import dev.pagewright.export.testing.FakeSource;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.junit.jupiter.api.Test;

class DocxExporterTest extends ExporterContract {

    @Override
    protected Exporter exporter() {
        return new DocxExporter();
    }

    @Override
    protected String read(byte[] file) {
        ZipSecureFile.setMinInflateRatio(0); // a million times the same letter compresses well
        try (var document = new XWPFDocument(new ByteArrayInputStream(file));
                var text = new XWPFWordExtractor(document)) {
            return text.getText();
        } catch (IOException e) {
            throw new AssertionError("not a document", e);
        }
    }

    @Test
    void an_article_has_real_headings_lists_and_tables() throws Exception {
        byte[] file = FakeSource.of(SamplePages.article(0), SamplePages.text(1, "second"))
                .written(exporter());

        try (var document = new XWPFDocument(new ByteArrayInputStream(file))) {
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
    void a_right_to_left_paragraph_says_so() throws Exception {
        byte[] file = FakeSource.of(SamplePages.arabic(0)).written(exporter());

        try (var document = new XWPFDocument(new ByteArrayInputStream(file))) {
            assertThat(document.getParagraphs().getFirst().getCTP().getPPr().isSetBidi())
                    .isTrue();
        }
    }
}
