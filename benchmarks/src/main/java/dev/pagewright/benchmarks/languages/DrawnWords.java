package dev.pagewright.benchmarks.languages;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.GraphicsEnvironment;
import java.awt.RenderingHints;
import java.awt.font.FontRenderContext;
import java.awt.font.TextLayout;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Words in black on a white A4 page, in rows at its head, shaped and directed as their script asks. */
final class DrawnWords {

    /** Of a scan at {@link #DPI}: 10 point. */
    private static final float SIZE = 40;

    static final double DPI = 300;

    private static final int WIDTH = 2480;
    private static final int HEIGHT = 3508;
    private static final int MARGIN = 400;
    private static final int LEADING = 80;

    /** Other than upright and of middle weight. */
    private static final List<String> STYLES =
            List.of("bold", "italic", "oblique", "light", "thin", "black", "medium", "condensed", "mono", "display");

    private static final FontRenderContext CONTEXT = new FontRenderContext(null, true, true);

    private final List<Font> fonts;

    /** With the fonts of this machine, Noto's first. */
    DrawnWords() {
        this.fonts = Arrays.stream(
                        GraphicsEnvironment.getLocalGraphicsEnvironment().getAllFonts())
                .sorted(Comparator.comparingInt(DrawnWords::rank).thenComparing(font -> font.getFontName(Locale.ROOT)))
                .map(font -> font.deriveFont(SIZE))
                .toList();
    }

    /** @return empty where no font has all the letters */
    Optional<BufferedImage> draw(List<String> words) {
        String text = String.join(" ", words);
        return fonts.stream()
                .filter(font -> font.canDisplayUpTo(text) < 0)
                .findFirst()
                .map(font -> picture(rows(words, font)));
    }

    private static int rank(Font font) {
        String name = font.getFontName(Locale.ROOT).toLowerCase(Locale.ROOT);
        int rank = STYLES.stream().anyMatch(name::contains) ? 3 : 0;
        return rank + (name.startsWith("noto sans") ? 0 : name.startsWith("noto") ? 1 : 2);
    }

    private static List<TextLayout> rows(List<String> words, Font font) {
        List<TextLayout> rows = new ArrayList<>();
        String row = "";
        for (String word : words) {
            String longer = row.isEmpty() ? word : row + " " + word;
            if (!row.isEmpty() && layout(longer, font).getAdvance() > WIDTH - 2 * MARGIN) {
                rows.add(layout(row, font));
                longer = word;
            }
            row = longer;
        }
        rows.add(layout(row, font));
        return rows;
    }

    private static TextLayout layout(String row, Font font) {
        return new TextLayout(row, font, CONTEXT);
    }

    private static BufferedImage picture(List<TextLayout> rows) {
        var image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, WIDTH, HEIGHT);
        graphics.setColor(Color.BLACK);
        float baseline = MARGIN + SIZE;
        for (TextLayout row : rows) {
            row.draw(graphics, row.isLeftToRight() ? MARGIN : WIDTH - MARGIN - row.getAdvance(), baseline);
            baseline += LEADING;
        }
        graphics.dispose();
        return image;
    }
}
