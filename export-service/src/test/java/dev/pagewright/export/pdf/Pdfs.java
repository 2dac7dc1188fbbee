package dev.pagewright.export.pdf;

import dev.pagewright.document.Block;
import dev.pagewright.document.BoundingBox;
import dev.pagewright.document.Content;
import dev.pagewright.document.Engine;
import dev.pagewright.document.EngineReason;
import dev.pagewright.document.Line;
import dev.pagewright.document.Page;
import dev.pagewright.document.PageTransform;
import dev.pagewright.document.Reading;
import dev.pagewright.document.TextStyle;
import dev.pagewright.document.Unit;
import dev.pagewright.document.Word;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.jspecify.annotations.Nullable;

/** PDFs that are written and read by PDFBox, and pages that were read of them. */
final class Pdfs {

    static final PDRectangle LETTER = PDRectangle.LETTER;

    private Pdfs() {}

    static Line word(String text, int angle) {
        var box = angle % 180 == 0 ? new BoundingBox(20, 30, 80, 42) : new BoundingBox(20, 30, 32, 90);
        return new Line(text, box, 0.9, Engine.TESSERACT, TextStyle.UNKNOWN, angle, List.of(new Word(text, box, 0.9)));
    }

    static Page page(Line line, PageTransform map, EngineReason reason) {
        return page(line, map, reason, 100, 200, 0);
    }

    static Page page(Line line, PageTransform map, EngineReason reason, double width, double height, int rotation) {
        var block = new Block.Paragraph(new Content(line.text(), line.box(), 0.9, List.of(line)));
        return new Page(
                0,
                1,
                width,
                height,
                Unit.PT,
                rotation,
                map,
                new Reading(Engine.TESSERACT, Set.of(), reason, "en"),
                List.of(block),
                List.of(),
                List.of(),
                Map.of());
    }

    static byte[] pdf(int pages, String text, RenderingMode mode) throws IOException {
        try (var document = new PDDocument()) {
            for (int i = 0; i < pages; i++) {
                var page = new PDPage(LETTER);
                document.addPage(page);
                try (var content = new PDPageContentStream(document, page)) {
                    content.beginText();
                    content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
                    content.setRenderingMode(mode);
                    content.newLineAtOffset(300, 300);
                    content.showText(text);
                    content.endText();
                }
            }
            return saved(document);
        }
    }

    static byte[] encrypted(String password) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf(1, "", RenderingMode.FILL))) {
            var policy = new StandardProtectionPolicy(password, password, new AccessPermission());
            policy.setEncryptionKeyLength(128);
            document.protect(policy);
            return saved(document);
        }
    }

    static byte[] saved(PDDocument document) throws IOException {
        document.getDocument().getTrailer().removeItem(COSName.ID);
        var bytes = new ByteArrayOutputStream();
        document.save(bytes);
        return bytes.toByteArray();
    }

    static byte[] image(String type, int width, int height) throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), type, bytes);
        return bytes.toByteArray();
    }

    static String text(byte[] file, @Nullable String password) throws IOException {
        try (PDDocument document = Loader.loadPDF(file, password == null ? "" : password)) {
            return new PDFTextStripper().getText(document);
        }
    }

    static List<TextPosition> letters(byte[] file) throws IOException {
        List<TextPosition> letters = new ArrayList<>();
        try (PDDocument document = Loader.loadPDF(file)) {
            new PDFTextStripper() {
                @Override
                protected void writeString(String text, List<TextPosition> positions) {
                    letters.addAll(positions);
                }
            }.getText(document);
        }
        return letters;
    }

    /** What makes one page of a PDF. */
    interface Drawing {
        void draw(PDDocument document, PDPage page) throws IOException;
    }

    static byte[] drawn(Drawing drawing) throws IOException {
        try (var document = new PDDocument()) {
            var page = new PDPage(LETTER);
            document.addPage(page);
            drawing.draw(document, page);
            return saved(document);
        }
    }
}
