package dev.pagewright.export.hocr;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pagewright.document.testing.SamplePages;
import dev.pagewright.export.format.Exporter;
import dev.pagewright.export.format.ExporterContract;
import dev.pagewright.export.testing.FakeSource;
import dev.pagewright.export.testing.XmlReading;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

class HocrExporterTest extends ExporterContract {

    @Override
    protected Exporter exporter() {
        return new HocrExporter();
    }

    @Override
    protected String read(byte[] file) {
        return XmlReading.parse(file).getDocumentElement().getTextContent();
    }

    @Test
    void a_word_has_its_box_in_pixels_and_its_confidence() {
        Document hocr =
                Jsoup.parse(FakeSource.of(SamplePages.text(0, "Hello world")).text(exporter()));

        assertThat(hocr.select(".ocr_page").attr("title")).isEqualTo("bbox 0 0 2550 3300; ppageno 0; scan_res 300 300");
        assertThat(hocr.select(".ocrx_word").eachText()).containsExactly("Hello", "world");
        assertThat(hocr.select(".ocrx_word").attr("title")).isEqualTo("bbox 300 300 425 342; x_wconf 95");
    }
}
