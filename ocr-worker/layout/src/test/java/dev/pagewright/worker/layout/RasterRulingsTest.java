package dev.pagewright.worker.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.pagewright.worker.page.Ruling;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Line2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RasterRulingsTest {

    @ParameterizedTest
    @ValueSource(floats = {1, 3, 8})
    void levelAndUprightRulesAreFoundWhateverTheirThickness(float thickness) {
        List<Ruling> rulings = find(800, 600, graphics -> {
            graphics.setStroke(new BasicStroke(thickness));
            graphics.draw(new Line2D.Double(100, 200, 700, 200));
            graphics.draw(new Line2D.Double(300, 100, 300, 500));
        });

        assertThat(rulings).hasSize(2);
        Ruling level = rulings.getFirst();
        assertThat(level.horizontal()).isTrue();
        assertThat(level.x1()).isEqualTo(100, within(thickness + 2.0));
        assertThat(level.x2()).isEqualTo(700, within(thickness + 2.0));
        assertThat(level.y1()).isEqualTo(200, within(2.0));
        assertThat(level.thickness()).isEqualTo(thickness, within(1.5));
        assertThat(rulings.getLast().horizontal()).isFalse();
        assertThat(rulings.getLast().x1()).isEqualTo(300, within(2.0));
    }

    @ParameterizedTest
    @CsvSource({"1", "-1", "2"})
    void slantedRulesAreFoundWhole(double degrees) {
        List<Ruling> rulings = find(1200, 900, graphics -> {
            graphics.setStroke(new BasicStroke(3));
            graphics.rotate(Math.toRadians(degrees), 600, 450);
            graphics.draw(new Line2D.Double(100, 450, 1100, 450));
        });

        assertThat(rulings).hasSize(1);
        assertThat(rulings.getFirst().x2() - rulings.getFirst().x1()).isGreaterThan(900);
        assertThat(rulings.getFirst().y1()).isEqualTo(450, within(3.0));
    }

    @Test
    void lightRulesOnAShadedGroundAreFound() {
        List<Ruling> rulings = find(800, 600, graphics -> {
            graphics.setColor(new Color(200, 200, 200));
            graphics.fillRect(50, 50, 700, 500);
            graphics.setColor(new Color(150, 150, 150));
            graphics.fillRect(100, 300, 600, 2);
        });

        assertThat(rulings).anyMatch(ruling -> ruling.horizontal() && Math.abs(ruling.y1() - 301) < 2);
    }

    @Test
    void textIsNoRule() {
        List<Ruling> rulings = find(800, 600, graphics -> {
            graphics.setFont(new Font(Font.SERIF, Font.BOLD, 24));
            for (int i = 0; i < 12; i++) {
                graphics.drawString("EFTHL every letter has its strokes — 1471", 60, 60 + 40 * i);
            }
        });

        // strokes of neighbouring letters may touch; the words' boxes tell those
        assertThat(rulings).noneMatch(ruling -> ruling.x2() - ruling.x1() > 48 || ruling.y2() - ruling.y1() > 48);
    }

    @Test
    void tinyAndBrokenPicturesHaveNone() {
        assertThat(RasterRulings.find(1, 1, new byte[1])).isEmpty();
        assertThat(RasterRulings.find(100, 100, new byte[10])).isEmpty();
        assertThat(RasterRulings.find(30_000, 8, new byte[240_000])).isEmpty();
    }

    private static List<Ruling> find(int width, int height, Consumer<Graphics2D> drawing) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, width, height);
        graphics.setColor(Color.BLACK);
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        drawing.accept(graphics);
        graphics.dispose();
        return RasterRulings.find(
                width, height, ((DataBufferByte) image.getRaster().getDataBuffer()).getData());
    }
}
