package dev.pagewright.benchmarks.exports;

import dev.pagewright.contract.JobRecord;
import dev.pagewright.document.stored.PageLineCodec;
import dev.pagewright.export.format.ExportSource;
import dev.pagewright.export.format.OptionValues;
import dev.pagewright.export.format.Pages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A sample document as the service gives it to an exporter: pages decoded from a stream, the upload in a file. */
record SampleSource(SampleDocument document, OptionValues options) implements ExportSource {

    @Override
    public JobRecord job() {
        Instant time = Instant.parse("2026-11-24T10:00:00Z");
        int pages = document.pages();
        return new JobRecord(
                "0123456789abcdef0123456789abcdef",
                "fedcba9876543210fedcba9876543210",
                "done",
                "cpu",
                "auto",
                null,
                null,
                "auto",
                null,
                "waterworks.pdf",
                "application/pdf",
                1000,
                pages,
                pages,
                pages,
                0,
                0.97,
                "en",
                1,
                null,
                null,
                time,
                time,
                time,
                null,
                null);
    }

    @Override
    public Pages pages() throws IOException {
        PageLineCodec.Lines lines = PageLineCodec.readAll(Files.newInputStream(document.lines()));
        return new Pages(lines, lines);
    }

    @Override
    public Path original() {
        return document.pdf();
    }

    @Override
    public @Nullable String password() {
        return null;
    }

    @Override
    public Path temporary() throws IOException {
        return Files.createTempFile("benchmark", ".tmp");
    }
}
