package dev.pagewright.worker.ocr.ppocr;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pagewright.document.Line;
import dev.pagewright.worker.page.Deadline;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With the real models that the build carries (PP-OCRv4). */
class PpOcrReaderTest {

    @TempDir
    static Path scratch;

    private static PpOcrReader reader;

    @BeforeAll
    static void load() throws Exception {
        reader = new PpOcrReader(PpOcrModels.find(null, scratch).orElseThrow());
    }

    @AfterAll
    static void close() {
        reader.close();
    }

    @Test
    void readsLinesWithTheirPlaces() {
        BufferedImage page = page("Total amount 215.00", "Due on 3 March");

        List<Line> lines = read(page);

        assertThat(lines).extracting(Line::text).containsExactly("Total amount 215.00", "Due on 3 March");
        assertThat(lines.getFirst().box().top()).isBetween(40.0, 75.0);
        assertThat(lines.getFirst().words()).hasSize(3);
    }

    @Test
    void placesAWordWhereItStands() {
        BufferedImage page = page("Total amount 215.00");

        Line line = read(page).getFirst();

        double middle = line.words().get(1).box().centerX();
        assertThat(middle)
                .isBetween(
                        line.box().left() + 0.35 * line.box().width(),
                        line.box().left() + 0.65 * line.box().width());
    }

    @Test
    void readsAPageThatStandsOnItsHead() {
        BufferedImage page = turned(page("Total amount 215.00", "Due on 3 March"));

        List<Line> lines = reader.read(page, Deadline.in(Duration.ofMinutes(1)));

        assertThat(lines).extracting(Line::text).contains("Total amount 215.00");
        assertThat(lines).allSatisfy(line -> assertThat(line.angle()).isBetween(175.0, 185.0));
    }

    @Test
    void findsNothingOnABlankPage() {
        assertThat(read(page())).isEmpty();
    }

    @Test
    void survivesASinglePixelAndAStrip() {
        assertThat(read(new BufferedImage(1, 1, BufferedImage.TYPE_BYTE_GRAY))).isEmpty();
        assertThat(read(new BufferedImage(8000, 3, BufferedImage.TYPE_BYTE_GRAY)))
                .isEmpty();
    }

    private static List<Line> read(BufferedImage page) {
        return reader.read(page, Deadline.in(Duration.ofMinutes(1))).stream()
                .sorted(Comparator.comparingDouble(line -> line.box().top()))
                .toList();
    }

    private static BufferedImage page(String... lines) {
        BufferedImage image = new BufferedImage(800, 400, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, 800, 400);
        graphics.setColor(Color.BLACK);
        graphics.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 36));
        for (int i = 0; i < lines.length; i++) {
            graphics.drawString(lines[i], 60, 90 + 90 * i);
        }
        graphics.dispose();
        return image;
    }

    private static BufferedImage turned(BufferedImage image) {
        BufferedImage turned = new BufferedImage(image.getWidth(), image.getHeight(), image.getType());
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                turned.setRGB(image.getWidth() - 1 - x, image.getHeight() - 1 - y, image.getRGB(x, y));
            }
        }
        return turned;
    }
}
