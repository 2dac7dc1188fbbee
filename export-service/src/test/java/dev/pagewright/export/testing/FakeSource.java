package dev.pagewright.export.testing;

import dev.pagewright.contract.JobRecord;
import dev.pagewright.document.Page;
import dev.pagewright.document.PageResult;
import dev.pagewright.export.format.ExportRefusedException;
import dev.pagewright.export.format.ExportSource;
import dev.pagewright.export.format.Exporter;
import dev.pagewright.export.format.Format;
import dev.pagewright.export.format.OptionValues;
import dev.pagewright.export.format.Pages;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A document in memory, and what an exporter makes of it. */
public final class FakeSource implements ExportSource {

    private final JobRecord job;
    private final List<PageResult> pages;
    private final OptionValues options;
    private final byte @Nullable [] original;
    private final @Nullable String password;

    public FakeSource(
            JobRecord job,
            List<PageResult> pages,
            OptionValues options,
            byte @Nullable [] original,
            @Nullable String password) {
        this.job = job;
        this.pages = List.copyOf(pages);
        this.options = options;
        this.original = original;
        this.password = password;
    }

    public static FakeSource of(PageResult... pages) {
        return new FakeSource(Jobs.done(pages.length), List.of(pages), OptionValues.NONE, null, null);
    }

    public static FakeSource of(Page... pages) {
        return of(Arrays.stream(pages).map(PageResult.Read::new).toArray(PageResult[]::new));
    }

    public FakeSource withJob(JobRecord other) {
        return new FakeSource(other, pages, options, original, password);
    }

    public FakeSource withOriginal(byte[] bytes, @Nullable String opensWith) {
        return new FakeSource(job, pages, options, bytes, opensWith);
    }

    public FakeSource with(Format format, String... namesAndValues) throws ExportRefusedException {
        Map<String, List<String>> query = new HashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            query.computeIfAbsent(namesAndValues[i], name -> new ArrayList<>()).add(namesAndValues[i + 1]);
        }
        return with(OptionValues.of(format, query));
    }

    public FakeSource with(OptionValues other) {
        return new FakeSource(job, pages, other, original, password);
    }

    public byte[] written(Exporter exporter) {
        var output = new ByteArrayOutputStream();
        try {
            exporter.write(this, output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return output.toByteArray();
    }

    public String text(Exporter exporter) {
        return new String(written(exporter), StandardCharsets.UTF_8);
    }

    @Override
    public JobRecord job() {
        return job;
    }

    @Override
    public OptionValues options() {
        return options;
    }

    @Override
    public Pages pages() {
        return new Pages(pages.iterator(), () -> {});
    }

    @Override
    public Path original() throws IOException {
        if (original == null) {
            throw new IOException("this document has no original");
        }
        return Files.write(temporary(), original);
    }

    @Override
    public @Nullable String password() {
        return password;
    }

    @Override
    public Path temporary() throws IOException {
        Path file = Files.createTempFile("export-test", ".tmp");
        file.toFile().deleteOnExit();
        return file;
    }
}
