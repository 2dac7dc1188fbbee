package dev.pagewright.export.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import dev.pagewright.contract.JobJson;
import dev.pagewright.contract.PageJson;
import dev.pagewright.export.format.ExportOption;
import dev.pagewright.export.format.ExportSource;
import dev.pagewright.export.format.Exporter;
import dev.pagewright.export.format.Format;
import dev.pagewright.export.format.Pages;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** The job as the API shows it (C03), with {@code include=words} its words too. */
@Singleton
public class JsonExporter implements Exporter {

    private static final ExportOption INCLUDE =
            new ExportOption.Choice("include", "words: with every word's box", List.of("words"));

    private final JsonFactory factory =
            JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

    @Override
    public Format format() {
        return new Format("json", "JSON", "application/json", "json", List.of(INCLUDE), true);
    }

    @Override
    public void write(ExportSource source, OutputStream output) throws IOException {
        var options = new PageJson.Options(source.options().chosen("include", "words"), false);
        try (Pages pages = source.pages();
                JsonGenerator json = factory.createGenerator(output)) {
            JobJson.write(json, source.job(), pages, options);
        }
    }
}
