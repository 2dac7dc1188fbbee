package dev.pagewright.system.document;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.jspecify.annotations.Nullable;

/** Documents that the tests make themselves, so that every word of them is known. */
public final class SampleDocuments {

    /** Dots an inch of the drawn pages. */
    private static final int DPI = 150;

    private static final List<String> WORDS = List.of(
            "harbour", "lantern", "quarter", "meadow", "copper", "winter", "bridge", "marble", "orchard", "signal");

    private SampleDocuments() {}

    /** Two lines that no other page has. */
    public static List<String> lines(int page) {
        String first = WORDS.get(page % WORDS.size());
        String second = WORDS.get((page / WORDS.size() + 3) % WORDS.size());
        return List.of(
                "This is page number %d of the report".formatted(page + 1),
                "The %s lies behind the %s".formatted(first, second));
    }

    public static byte[] png(List<String> lines) {
        return image(lines, "png");
    }

    public static byte[] image(List<String> lines, String format) {
        try (var out = new ByteArrayOutputStream()) {
            if (!ImageIO.write(draw(lines), format, out)) {
                throw new IllegalArgumentException("no writer for " + format);
            }
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A TIFF of several pages. */
    public static byte[] tiff(int pages) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("tiff").next();
        try (var out = new ByteArrayOutputStream();
                ImageOutputStream stream = ImageIO.createImageOutputStream(out)) {
            writer.setOutput(stream);
            writer.prepareWriteSequence(null);
            for (int i = 0; i < pages; i++) {
                writer.writeToSequence(new IIOImage(draw(lines(i)), null, null), null);
            }
            writer.endWriteSequence();
            stream.flush();
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
    }

    /** A PDF whose pages are pictures of text alone. */
    public static byte[] scannedPdf(int pages) {
        return pdf(
                null,
                IntStream.range(0, pages)
                        .<PageContent>mapToObj(i -> (document, content) -> content.drawImage(
                                LosslessFactory.createFromImage(document, draw(lines(i))), 0, 0, 420, 300))
                        .toList());
    }

    /** A PDF with a text layer. */
    public static byte[] textPdf(int pages) {
        return textPdf(pages, null);
    }

    /** @param password that opens it, null for none */
    public static byte[] textPdf(int pages, @Nullable String password) {
        return pdf(
                password,
                IntStream.range(0, pages)
                        .<PageContent>mapToObj(i -> (document, content) -> write(content, lines(i)))
                        .toList());
    }

    /** A PDF with a text layer and a drawn table, its first row in bold. */
    public static byte[] tablePdf(List<List<String>> rows) {
        return pdf(null, List.of((document, content) -> table(content, rows)));
    }

    private static void table(PDPageContentStream content, List<List<String>> rows) throws IOException {
        float width = 100;
        float height = 24;
        float left = 40;
        float top = 240;
        int columns = rows.getFirst().size();
        for (int i = 0; i <= rows.size(); i++) {
            content.moveTo(left, top - i * height);
            content.lineTo(left + columns * width, top - i * height);
        }
        for (int i = 0; i <= columns; i++) {
            content.moveTo(left + i * width, top);
            content.lineTo(left + i * width, top - rows.size() * height);
        }
        content.stroke();
        for (int row = 0; row < rows.size(); row++) {
            for (int column = 0; column < columns; column++) {
                content.beginText();
                content.setFont(
                        new PDType1Font(
                                row == 0
                                        ? Standard14Fonts.FontName.HELVETICA_BOLD
                                        : Standard14Fonts.FontName.HELVETICA),
                        12);
                content.newLineAtOffset(left + column * width + 6, top - row * height - 16);
                content.showText(rows.get(row).get(column));
                content.endText();
            }
        }
    }

    private static void write(PDPageContentStream content, List<String> lines) throws IOException {
        content.beginText();
        content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
        content.setLeading(20);
        content.newLineAtOffset(40, 240);
        for (String line : lines) {
            content.showText(line);
            content.newLine();
        }
        content.endText();
    }

    @FunctionalInterface
    private interface PageContent {
        void write(PDDocument document, PDPageContentStream content) throws IOException;
    }

    private static byte[] pdf(@Nullable String password, List<PageContent> pages) {
        try (var document = new PDDocument();
                var out = new ByteArrayOutputStream()) {
            for (PageContent page : pages) {
                PDPage sheet = new PDPage(new PDRectangle(420, 300));
                document.addPage(sheet);
                try (var content = new PDPageContentStream(document, sheet)) {
                    page.write(document, content);
                }
            }
            if (password != null) {
                document.protect(
                        new StandardProtectionPolicy("owner of " + password, password, new AccessPermission()));
            }
            document.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static BufferedImage draw(List<String> lines) {
        var image = new BufferedImage(420 * DPI / 72, 300 * DPI / 72, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
        graphics.setColor(Color.BLACK);
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 28));
        int y = 120;
        for (String line : lines) {
            graphics.drawString(line, 80, y);
            y += 60;
        }
        graphics.dispose();
        return image;
    }
}
