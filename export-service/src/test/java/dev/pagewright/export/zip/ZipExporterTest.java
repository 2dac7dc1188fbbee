package dev.pagewright.export.zip;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pagewright.document.testing.SamplePages;
import dev.pagewright.export.csv.CsvExporter;
import dev.pagewright.export.format.Exporter;
import dev.pagewright.export.format.ExporterContract;
import dev.pagewright.export.json.JsonExporter;
import dev.pagewright.export.pdf.PdfExporter;
import dev.pagewright.export.testing.FakeSource;
import dev.pagewright.export.testing.Jobs;
import dev.pagewright.export.text.TextExporter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

class ZipExporterTest extends ExporterContract {

    @Override
    protected Exporter exporter() {
        return new ZipExporter(List.of(new TextExporter(), new JsonExporter(), new CsvExporter()));
    }

    @Override
    protected String read(byte[] file) {
        return String.valueOf(entries(file).get("document.txt"));
    }

    @Test
    void a_format_that_cannot_be_given_is_there_as_the_reason() {
        var zip = new ZipExporter(List.of(new TextExporter(), new PdfExporter()));
        byte[] file = FakeSource.of(SamplePages.text(0, "read"))
                .withOriginal("no picture".getBytes(StandardCharsets.UTF_8), null)
                .withJob(Jobs.job("done", "a.png", "image/png", 1, null, null))
                .written(zip);

        assertThat(entries(file).get("document.txt")).contains("read");
        assertThat(entries(file).get("document.pdf.not-possible.txt")).contains("cannot be decoded");
    }

    private static SortedMap<String, String> entries(byte[] file) {
        var entries = new TreeMap<String, String>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new AssertionError("not an archive", e);
        }
        return entries;
    }
}
