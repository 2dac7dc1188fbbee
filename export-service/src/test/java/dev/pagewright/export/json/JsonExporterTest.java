package dev.pagewright.export.json;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pagewright.export.format.Exporter;
import dev.pagewright.export.format.ExporterContract;
import java.io.IOException;

class JsonExporterTest extends ExporterContract {

    @Override
    protected Exporter exporter() {
        return new JsonExporter();
    }

    @Override
    protected String read(byte[] file) {
        try {
            return new ObjectMapper().readTree(file).toString();
        } catch (IOException e) {
            throw new AssertionError("not JSON", e);
        }
    }
}
