package dev.pagewright.benchmarks.system;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Random;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;

/** Pages of running text, the same ones with every run: some 2,000 letters on A4. */
final class MeasuredDocuments {

    private static final List<String> WORDS = List.of(("the quick report of this quarter shows that sales in northern"
                    + " districts rose while costs for energy and transport fell below those of last year because new"
                    + " contracts with several suppliers came into force before winter and demand for heating remained"
                    + " low although prices of copper and timber went up again in autumn")
            .split(" "));
    private static final int LINES = 40;
    private static final int WORDS_A_LINE = 9;

    private MeasuredDocuments() {}

    /** Pictures of text at 300 dpi, slightly noisy, as a scanner's PDF has them. */
    static byte[] scanned(int pages) throws IOException {
        Random random = new Random(7);
        try (var document = new PDDocument();
                var out = new ByteArrayOutputStream()) {
            for (int i = 0; i < pages; i++) {
                PDPage page = new PDPage(PDRectangle.A4);
                document.addPage(page);
                try (var content = new PDPageContentStream(document, page)) {
                    content.drawImage(
                            JPEGFactory.createFromImage(document, picture(random), 0.8f),
                            0,
                            0,
                            page.getMediaBox().getWidth(),
                            page.getMediaBox().getHeight());
                }
            }
            document.save(out);
            return out.toByteArray();
        }
    }

    /** Text as a word processor writes it. */
    static byte[] bornDigital(int pages) throws IOException {
        Random random = new Random(11);
        try (var document = new PDDocument();
                var out = new ByteArrayOutputStream()) {
            for (int i = 0; i < pages; i++) {
                PDPage page = new PDPage(PDRectangle.A4);
                document.addPage(page);
                try (var content = new PDPageContentStream(document, page)) {
                    content.beginText();
                    content.setFont(new PDType1Font(Standard14Fonts.FontName.TIMES_ROMAN), 11);
                    content.setLeading(16);
                    content.newLineAtOffset(70, 770);
                    for (int line = 0; line < LINES; line++) {
                        content.showText(line(random));
                        content.newLine();
                    }
                    content.endText();
                }
            }
            document.save(out);
            return out.toByteArray();
        }
    }

    private static BufferedImage picture(Random random) {
        var image = new BufferedImage(2480, 3508, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
        graphics.setColor(Color.BLACK);
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setFont(new Font(Font.SERIF, Font.PLAIN, 46));
        for (int line = 0; line < LINES; line++) {
            graphics.drawString(line(random), 290, 350 + line * 72);
        }
        graphics.dispose();
        var raster = image.getRaster();
        for (int i = 0; i < 60_000; i++) {
            int x = random.nextInt(image.getWidth());
            int y = random.nextInt(image.getHeight());
            raster.setSample(x, y, 0, Math.clamp(raster.getSample(x, y, 0) + random.nextInt(-60, 60), 0, 255));
        }
        return image;
    }

    private static String line(Random random) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < WORDS_A_LINE; i++) {
            line.append(i == 0 ? "" : " ").append(WORDS.get(random.nextInt(WORDS.size())));
        }
        return line.toString();
    }
}
