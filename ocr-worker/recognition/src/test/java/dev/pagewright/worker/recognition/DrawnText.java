package dev.pagewright.worker.recognition;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.font.FontRenderContext;
import java.awt.font.TextLayout;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.Random;

/**
 * A line of words drawn with the JDK's fonts, and what a picture of it may be like: of any size, cropped to its ink or
 * framed, light on dark. The same seed draws the same.
 */
final class DrawnText {

    private static final String[] WORDS = {
        "Platform", "garden", "Thursday", "receipt", "window", "harbour", "evening", "Monday", "bridge", "market",
        "kitchen", "water", "number", "ticket", "morning", "station", "letter", "summer", "village", "doctor"
    };

    private static final String[] FONTS = {Font.SERIF, Font.SANS_SERIF, Font.MONOSPACED};

    private static final FontRenderContext CONTEXT = new FontRenderContext(null, true, true);

    private final String text;
    private final Font font;

    DrawnText(String text, String family, float size) {
        this.text = text;
        this.font = new Font(family, Font.PLAIN, 1).deriveFont(size);
    }

    /** One to five words in one of the fonts, letters of 30 to 50 pixels. */
    static DrawnText any(Random random) {
        var text = new StringBuilder();
        for (int words = 1 + random.nextInt(5); words > 0; words--) {
            text.append(text.isEmpty() ? "" : " ").append(WORDS[random.nextInt(WORDS.length)]);
        }
        return new DrawnText(text.toString(), FONTS[random.nextInt(FONTS.length)], 30 + random.nextInt(20));
    }

    String text() {
        return text;
    }

    BufferedImage roomy() {
        return drawn(1, 60, Color.BLACK, Color.WHITE);
    }

    BufferedImage cropped() {
        return drawn(1, 0, Color.BLACK, Color.WHITE);
    }

    BufferedImage scaled(double scale) {
        return drawn(scale, 20, Color.BLACK, Color.WHITE);
    }

    BufferedImage inverted() {
        return drawn(1, 20, Color.WHITE, new Color(25, 25, 60));
    }

    /** @param margin pixels of paper around the ink */
    private BufferedImage drawn(double scale, int margin, Color ink, Color paper) {
        TextLayout layout = new TextLayout(text, font.deriveFont((float) (font.getSize2D() * scale)), CONTEXT);
        Rectangle2D box = layout.getBounds();
        var image = new BufferedImage(
                (int) Math.ceil(box.getWidth()) + 1 + 2 * margin,
                (int) Math.ceil(box.getHeight()) + 1 + 2 * margin,
                BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setColor(paper);
        graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
        graphics.setColor(ink);
        layout.draw(graphics, (float) (margin - box.getX()), (float) (margin - box.getY()));
        graphics.dispose();
        return image;
    }
}
