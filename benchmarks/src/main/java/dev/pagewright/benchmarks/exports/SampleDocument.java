package dev.pagewright.benchmarks.exports;

import dev.pagewright.document.PageResult;
import dev.pagewright.document.stored.PageLineCodec;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;

/**
 * A scanned document of our own words: no two pages alike, a table on each, some 330 words a page.
 *
 * @param pdf a picture a page
 * @param lines what was read, as the gateway's inner API tells it
 */
record SampleDocument(int pages, Path pdf, Path lines) {

    private static final List<String> SENTENCES = List.of(
            "The pump was opened on the ninth day and showed no wear that could be measured.",
            "Water from the upper reservoir is cooler, and it carries less sand in the dry months.",
            "Each valve was turned, greased and numbered again before it went back to its place.",
            "Two of the seals had come from an older series and were replaced without being asked for.",
            "We compared the readings of both gauges over a week and found them within half a percent.",
            "The crew notes that the ladder at the north shaft should be fixed before the winter.",
            "Nothing in the archive says who drew the first plan of the lower gallery.",
            "Costs stayed below what the council had set aside, mostly because steel became cheaper.");

    static SampleDocument write(Path directory, int pages) throws IOException {
        var document = new SampleDocument(
                pages, directory.resolve("sample-" + pages + ".pdf"), directory.resolve("sample-" + pages + ".ndjson"));
        try (var pdf = new PDDocument(IOUtils.createTempFileOnlyStreamCache());
                OutputStream lines = new BufferedOutputStream(Files.newOutputStream(document.lines))) {
            for (int index = 0; index < pages; index++) {
                DrawnPage drawn = drawn(index);
                append(pdf, drawn);
                lines.write(PageLineCodec.write(new PageResult.Read(drawn.page())));
            }
            pdf.save(document.pdf.toFile());
        }
        return document;
    }

    private static void append(PDDocument pdf, DrawnPage drawn) throws IOException {
        var page = new PDPage(new PDRectangle((float) DrawnPage.WIDTH, (float) DrawnPage.HEIGHT));
        pdf.addPage(page);
        try (var content = new PDPageContentStream(pdf, page)) {
            var image = JPEGFactory.createFromImage(pdf, drawn.picture(), 0.75f);
            content.drawImage(image, 0, 0, (float) DrawnPage.WIDTH, (float) DrawnPage.HEIGHT);
        }
    }

    private static DrawnPage drawn(int index) {
        var random = new Random(index);
        var page = new DrawnPage(index);
        page.heading(1, "Waterworks, report " + (index + 1));
        page.paragraph(sentences(random, 5));
        page.heading(2, "What was found");
        page.item("Shaft " + (1 + random.nextInt(9)) + " is dry; its cover was closed again.");
        page.item("The gauge at gate " + (1 + random.nextInt(40)) + " reads too high by a tenth.");
        page.paragraph(sentences(random, 6));
        page.table(readings(random));
        page.paragraph(sentences(random, 6));
        return page;
    }

    private static String sentences(Random random, int count) {
        List<String> chosen = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            chosen.add(SENTENCES.get(random.nextInt(SENTENCES.size())));
        }
        return String.join(" ", chosen);
    }

    private static List<List<String>> readings(Random random) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("Gate", "Litres a day", "Change", "Checked"));
        for (int row = 1; row <= 6; row++) {
            rows.add(List.of(
                    "Gate " + row,
                    "%,d".formatted(1000 + random.nextInt(90_000)),
                    "%.1f%%".formatted(random.nextDouble() * 20 - 10),
                    "2026-%02d-%02d".formatted(1 + random.nextInt(12), 1 + random.nextInt(28))));
        }
        return rows;
    }
}
