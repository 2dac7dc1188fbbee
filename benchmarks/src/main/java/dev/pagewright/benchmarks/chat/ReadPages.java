package dev.pagewright.benchmarks.chat;

import dev.pagewright.document.PageResult;
import dev.pagewright.document.stored.PageLineCodec;
import dev.pagewright.event.TaskOptions;
import dev.pagewright.worker.assembly.DocumentPass;
import dev.pagewright.worker.assembly.PageSource;
import dev.pagewright.worker.page.Deadline;
import dev.pagewright.worker.reading.PageReader;
import dev.pagewright.worker.reading.PageReaders;
import dev.pagewright.worker.reading.PageRequest;
import dev.pagewright.worker.reading.ReaderSettings;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * Reads PDFs and pictures as the worker does and writes their pages as the gateway's inner API tells them, a line each:
 * what the calibration of chat and the measure of receipts ask. Arguments: a directory for the results
 * ({@code NAME.ndjson}), then the files.
 */
public final class ReadPages {

    private static final String PDF = "application/pdf";
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private ReadPages() {}

    public static void main(String[] arguments) throws IOException {
        Path results = Files.createDirectories(Path.of(arguments[0]));
        Path scratch = Files.createTempDirectory("read-pages");
        try (PageReader reader = PageReaders.open(ReaderSettings.of(scratch, null, List.of()))) {
            for (String path : Arrays.asList(arguments).subList(1, arguments.length)) {
                Path file = Path.of(path);
                String name = file.getFileName().toString().replaceFirst("\\.[^.]+$", "");
                write(read(reader, file), results.resolve(name + ".ndjson"));
            }
        }
    }

    private static List<PageResult> read(PageReader reader, Path file) throws IOException {
        String mediaType = Objects.requireNonNullElse(Files.probeContentType(file), PDF);
        int count = mediaType.equals(PDF) ? pages(file) : 1;
        List<PageResult> pages = new ArrayList<>(count);
        var options = new TaskOptions("cpu", "auto", "auto");
        for (int i = 0; i < count; i++) {
            pages.add(reader.read(
                    new PageRequest("chat-corpus", i, i + 1, file, mediaType, null, options, Deadline.in(PATIENCE))));
        }
        DocumentPass.run(
                new PageSource() {
                    @Override
                    public int count() {
                        return pages.size();
                    }

                    @Override
                    public PageResult read(int index) {
                        return pages.get(index);
                    }
                },
                page -> pages.set(page.index(), new PageResult.Read(page)));
        return pages;
    }

    private static int pages(Path pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
            return document.getNumberOfPages();
        }
    }

    private static void write(List<PageResult> pages, Path result) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(result))) {
            for (PageResult page : pages) {
                out.write(PageLineCodec.write(page));
            }
        }
    }
}
