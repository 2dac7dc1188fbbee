package dev.pagewright.export.markdown;

import dev.pagewright.export.format.Exporter;
import dev.pagewright.export.format.ExporterContract;
import java.nio.charset.StandardCharsets;

class MarkdownExporterTest extends ExporterContract {

    @Override
    protected Exporter exporter() {
        return new MarkdownExporter();
    }

    @Override
    protected String read(byte[] file) {
        return new String(file, StandardCharsets.UTF_8);
    }
}
