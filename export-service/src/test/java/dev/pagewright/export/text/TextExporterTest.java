package dev.pagewright.export.text;

import dev.pagewright.export.format.Exporter;
import dev.pagewright.export.format.ExporterContract;
import java.nio.charset.StandardCharsets;

class TextExporterTest extends ExporterContract {

    @Override
    protected Exporter exporter() {
        return new TextExporter();
    }

    @Override
    protected String read(byte[] file) {
        return new String(file, StandardCharsets.UTF_8);
    }
}
