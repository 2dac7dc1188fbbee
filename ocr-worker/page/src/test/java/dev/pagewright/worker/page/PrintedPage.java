package dev.pagewright.worker.page;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;

/** A page of print, drawn: dark serif letters on white, and what can befall it. */
public final class PrintedPage {

    private static final String[] TEXT = {
        "The harbour master keeps a ledger of all vessels",
        "that enter between sunrise and the evening bell.",
        "Each entry names the captain, the cargo and the",
        "port from which the vessel sailed, with the date.",
        "No vessel may leave before its dues have been paid",
        "and the receipt has been shown at the outer gate.",
    };

    private PrintedPage() {}

    /** Its lines. */
    public static String[] text() {
        return TEXT.clone();
    }

    /** Six lines of English prose. */
    public static BufferedImage ofProse() {
        return of(TEXT);
    }

    /** What stands on it. */
    public static String prose() {
        return String.join("\n", TEXT);
    }

    /** 1,240 x 800 pixels, letters as of 11 points at about 200 dpi. */
    public static BufferedImage of(String... lines) {
        return of(Color.BLACK, Color.WHITE, 1, lines);
    }

    public static BufferedImage of(Color ink, Color paper, double scale, String... lines) {
        BufferedImage image =
                new BufferedImage((int) (1240 * scale), (int) (800 * scale), BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        graphics.setColor(paper);
        graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
        graphics.scale(scale, scale);
        graphics.setColor(ink);
        graphics.setFont(new Font(Font.SERIF, Font.PLAIN, 34));
        for (int i = 0; i < lines.length; i++) {
            graphics.drawString(lines[i], 150, 150 + 60 * i);
        }
        graphics.dispose();
        return image;
    }

    /** Turned clockwise by any angle about its middle; quarter turns swap the sides and lose nothing. */
    public static BufferedImage turned(BufferedImage image, double degrees) {
        boolean swap = Math.abs(degrees) % 180 == 90;
        int width = swap ? image.getHeight() : image.getWidth();
        int height = swap ? image.getWidth() : image.getHeight();
        BufferedImage turned = new BufferedImage(width, height, image.getType());
        Graphics2D graphics = turned.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, width, height);
        AffineTransform turn = AffineTransform.getTranslateInstance(width / 2.0, height / 2.0);
        if (degrees % 90 == 0) {
            turn.quadrantRotate(Math.floorMod(Math.round(degrees / 90), 4));
        } else {
            turn.rotate(Math.toRadians(degrees));
        }
        turn.translate(-image.getWidth() / 2.0, -image.getHeight() / 2.0);
        graphics.drawImage(image, turn, null);
        graphics.dispose();
        return turned;
    }
}
