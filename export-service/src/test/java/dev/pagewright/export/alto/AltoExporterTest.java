package dev.pagewright.export.alto;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pagewright.document.testing.SamplePages;
import dev.pagewright.export.format.Exporter;
import dev.pagewright.export.format.ExporterContract;
import dev.pagewright.export.testing.FakeSource;
import dev.pagewright.export.testing.XmlReading;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

class AltoExporterTest extends ExporterContract {

    @Override
    protected Exporter exporter() {
        return new AltoExporter();
    }

    @Override
    protected String read(byte[] file) {
        var text = new StringBuilder();
        var elements = XmlReading.parse(file).getElementsByTagName("*");
        for (int i = 0; i < elements.getLength(); i++) {
            var element = (Element) elements.item(i);
            text.append(element.getAttribute("CONTENT"))
                    .append(element.getAttribute("QUALITY_DETAIL"))
                    .append(' ');
        }
        return text.toString();
    }

    @Test
    void a_word_has_its_box_in_the_documents_unit() {
        var alto = XmlReading.parse(
                FakeSource.of(SamplePages.text(0, "Hello world")).written(exporter()));

        var word = (Element) alto.getElementsByTagName("String").item(0);
        assertThat(alto.getElementsByTagName("MeasurementUnit").item(0).getTextContent())
                .isEqualTo("inch1200");
        assertThat(word.getAttribute("CONTENT")).isEqualTo("Hello");
        assertThat(word.getAttribute("HPOS")).isEqualTo("1200");
        assertThat(word.getAttribute("WIDTH")).isEqualTo("500");
        assertThat(word.getAttribute("WC")).isEqualTo("0.95");
    }
}
