package dev.pagewright.benchmarks.exports;

import dev.pagewright.export.alto.AltoExporter;
import dev.pagewright.export.csv.CsvExporter;
import dev.pagewright.export.docx.DocxExporter;
import dev.pagewright.export.format.Exporter;
import dev.pagewright.export.format.OptionValues;
import dev.pagewright.export.hocr.HocrExporter;
import dev.pagewright.export.html.HtmlExporter;
import dev.pagewright.export.json.JsonExporter;
import dev.pagewright.export.markdown.MarkdownExporter;
import dev.pagewright.export.pdf.PdfExporter;
import dev.pagewright.export.text.TextExporter;
import dev.pagewright.export.xlsx.XlsxExporter;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * How long each format takes: one page in a warm process, and a long document in a heap of its own size. Usage:
 * {@code DownloadBenchmark DIRECTORY [PAGES [FORMAT]]}; documents and downloads stay in the directory.
 */
public final class DownloadBenchmark {

    private static final int WARM_UP = 30;
    private static final int TIMES = 21;
    private static final double NANOSECONDS_PER_MILLISECOND = 1e6;

    private static final List<Exporter> EXPORTERS = List.of(
            new TextExporter(),
            new MarkdownExporter(),
            new HtmlExporter(),
            new DocxExporter(),
            new PdfExporter(),
            new CsvExporter(),
            new XlsxExporter(),
            new JsonExporter(),
            new HocrExporter(),
            new AltoExporter());

    private DownloadBenchmark() {}

    public static void main(String[] arguments) throws IOException {
        Path directory = Files.createDirectories(Path.of(arguments[0]));
        int pages = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 500;
        SampleDocument one = SampleDocument.write(directory, 1);
        SampleDocument many = SampleDocument.write(directory, pages);
        System.out.printf(
                "heap %d MB, %d pages, upload %d MB%n",
                Runtime.getRuntime().maxMemory() >> 20, pages, Files.size(many.pdf()) >> 20);
        System.out.printf("%-5s %14s %14s %10s%n", "", "1 page, ms", pages + " pages, s", "MB");
        String format = arguments.length > 2 ? arguments[2] : "";
        for (Exporter exporter : EXPORTERS) {
            if (!format.isEmpty() && !exporter.format().name().equals(format)) {
                continue;
            }
            double page = median(exporter, one, directory);
            double document = milliseconds(exporter, many, directory);
            double size = Files.size(download(exporter, many, directory)) / (double) (1 << 20);
            System.out.printf("%-5s %14.1f %14.2f %10.1f%n", exporter.format().name(), page, document / 1000, size);
        }
    }

    private static double median(Exporter exporter, SampleDocument document, Path directory) throws IOException {
        for (int i = 0; i < WARM_UP; i++) {
            milliseconds(exporter, document, directory);
        }
        List<Double> times = new ArrayList<>();
        for (int i = 0; i < TIMES; i++) {
            times.add(milliseconds(exporter, document, directory));
        }
        Collections.sort(times);
        return times.get(TIMES / 2);
    }

    private static double milliseconds(Exporter exporter, SampleDocument document, Path directory) throws IOException {
        long begin = System.nanoTime();
        try (OutputStream output =
                new BufferedOutputStream(Files.newOutputStream(download(exporter, document, directory)))) {
            exporter.write(new SampleSource(document, OptionValues.NONE), output);
        }
        return (System.nanoTime() - begin) / NANOSECONDS_PER_MILLISECOND;
    }

    private static Path download(Exporter exporter, SampleDocument document, Path directory) {
        String name =
                "download-%d.%s".formatted(document.pages(), exporter.format().extension());
        return directory.resolve(name);
    }
}
