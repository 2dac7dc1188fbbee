package dev.pagewright.benchmarks.system;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;

/**
 * A born-digital report on weirs, a page each, that says of every one what it cost among sentences that all pages share.
 *
 * @param facts by page
 * @param seed of the sentences around them
 */
record PlantedReport(List<Fact> facts, long seed) {

    /** @param cost as it is written */
    record Fact(int page, String weir, String cost) {

        String question() {
            return "How much did it cost to rebuild the weir at " + weir + "?";
        }
    }

    private static final int LINES = 24;
    private static final String[] STARTS = {
        "Nor", "Hal", "Ost", "Bram", "Kel", "Lind", "Wes", "Tor", "Mar", "Alt", "Gren", "Sund"
    };
    private static final String[] MIDDLES = {"ing", "er", "ol", "aver", "en", "um", "ald", "is", "or", "ethe"};
    private static final String[] ENDS = {"vik", "stead", "burg", "moor", "hafen", "by", "ford", "mouth"};

    private static final List<String> COMMON = List.of(
            "The water board looked after the weirs of the district and rebuilt those that were in bad repair.",
            "Costs of labour and of timber rose in the year under report, and the board paid them from its reserves.",
            "How much a weir costs depends on its width, on the ground below it and on the season.",
            "Fish passes were added wherever the river is known to carry salmon, as the law of the district asks.",
            "The board thanks the people of the towns for their patience while roads along the river were closed.");

    /** Below twelve times ten times eight pages no name stands twice. */
    static PlantedReport of(int pages, long seed) {
        Random random = new Random(seed);
        List<Fact> facts = new ArrayList<>();
        for (int i = 0; i < pages; i++) {
            facts.add(new Fact(
                    i + 1,
                    STARTS[i % 12] + MIDDLES[i / 12 % 10] + ENDS[i / 120 % 8],
                    "%d,%03d".formatted(100 + random.nextInt(800), random.nextInt(1000))));
        }
        return new PlantedReport(List.copyOf(facts), seed);
    }

    byte[] pdf() throws IOException {
        Random random = new Random(seed);
        PDFont text = new PDType1Font(Standard14Fonts.FontName.TIMES_ROMAN);
        PDFont bold = new PDType1Font(Standard14Fonts.FontName.TIMES_BOLD);
        try (var document = new PDDocument();
                var out = new ByteArrayOutputStream()) {
            for (Fact fact : facts) {
                PDPage page = new PDPage(PDRectangle.A4);
                document.addPage(page);
                try (var content = new PDPageContentStream(document, page)) {
                    content.beginText();
                    content.setLeading(16);
                    content.newLineAtOffset(60, 770);
                    content.setFont(bold, 16);
                    content.showText("Works of the year, part " + fact.page);
                    content.newLine();
                    content.newLine();
                    content.setFont(text, 11);
                    write(content, fact, random);
                    content.endText();
                }
            }
            document.save(out);
            return out.toByteArray();
        }
    }

    private static void write(PDPageContentStream content, Fact fact, Random random) throws IOException {
        int place = random.nextInt(LINES);
        for (int line = 0; line < LINES; line++) {
            if (line == place) {
                content.showText("The weir at %s was rebuilt for %s euros.".formatted(fact.weir, fact.cost));
                content.newLine();
                content.newLine();
            }
            content.showText(COMMON.get(random.nextInt(COMMON.size())));
            content.newLine();
            if (line % 4 == 3) {
                content.newLine();
            }
        }
    }
}
