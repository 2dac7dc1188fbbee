package dev.pagewright.export.pdf;

import dev.pagewright.document.Page;
import dev.pagewright.document.PageResult;
import dev.pagewright.document.PageTransform;
import dev.pagewright.document.text.Notes;
import dev.pagewright.error.ErrorCode;
import dev.pagewright.export.format.ExportRefusedException;
import dev.pagewright.export.format.ExportSource;
import dev.pagewright.export.format.Pages;
import dev.pagewright.export.image.ImageFrames;
import dev.pagewright.export.image.Scratch;
import java.awt.Dimension;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceCMYK;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.util.Matrix;

/** Uploaded images as pages, upright, at their own resolution; a JPEG's data passed through as they are. */
final class PdfOfImages {

    private static final double POINTS_PER_INCH = 72;

    private PdfOfImages() {}

    static void write(ExportSource source, OutputStream output) throws IOException {
        try (var document = new PDDocument(Scratch.beside(source.original()));
                ImageFrames frames = ImageFrames.open(source.original());
                Pages pages = source.pages()) {
            var layer = new TextLayer(document);
            boolean archive = source.options().chosen("pdfa", "2b");
            boolean jpeg = source.job().mediaType().equals("image/jpeg");
            while (pages.hasNext()) {
                switch (pages.next()) {
                    case PageResult.Failed failed -> {
                        requireOrdinary(archive, "Page " + failed.number() + " could not be read.");
                        note(document, failed);
                    }
                    case PageResult.Read read -> {
                        PDImageXObject image;
                        if (jpeg) {
                            try (InputStream data = Files.newInputStream(source.original())) {
                                image = JPEGFactory.createFromStream(document, data);
                            }
                        } else {
                            image = StripedImage.of(document, frames, read.number() - 1);
                        }
                        requireOrdinary(
                                archive && image.getColorSpace() instanceof PDDeviceCMYK,
                                "The image has printing colours without a profile.");
                        page(document, layer, read.page(), image, frames, read.number() - 1);
                    }
                }
            }
            layer.finish();
            if (archive) {
                Archive.declare(document, source.job());
            }
            document.save(output);
        }
    }

    private static void requireOrdinary(boolean refused, String reason) throws ExportRefusedException {
        if (refused) {
            throw new ExportRefusedException(ErrorCode.PDFA_NOT_POSSIBLE, reason);
        }
    }

    private static void page(
            PDDocument document, TextLayer layer, Page page, PDImageXObject image, ImageFrames frames, int index)
            throws IOException {
        double scale = POINTS_PER_INCH / frames.resolution(index);
        var target = new PDPage(new PDRectangle((float) (page.width() * scale), (float) (page.height() * scale)));
        document.addPage(target);
        try (var content = new PDPageContentStream(document, target)) {
            content.drawImage(image, placement(page, frames.size(index), scale));
        }
        layer.add(target, page, new PageTransform(scale, 0, 0, -scale, 0, page.height() * scale));
    }

    /** Where the stored image's corners come to stand once the page is upright. */
    private static Matrix placement(Page page, Dimension image, double scale) {
        var upright = Upright.of(page.toOriginal());
        double height = page.height();
        double x = upright.x(0, image.height);
        double y = upright.y(0, image.height);
        double rightX = upright.x(image.width, image.height) - x;
        double rightY = upright.y(image.width, image.height) - y;
        double upX = upright.x(0, 0) - x;
        double upY = upright.y(0, 0) - y;
        return new Matrix(
                (float) (rightX * scale),
                (float) (-rightY * scale),
                (float) (upX * scale),
                (float) (-upY * scale),
                (float) (x * scale),
                (float) ((height - y) * scale));
    }

    /** A page that could not be read, and whose image perhaps cannot be decoded: told, not passed over. */
    private static void note(PDDocument document, PageResult.Failed failed) throws IOException {
        var target = new PDPage(PDRectangle.A4);
        document.addPage(target);
        try (var content = new PDPageContentStream(document, target)) {
            content.beginText();
            content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 11);
            content.newLineAtOffset(50, PDRectangle.A4.getHeight() - 72);
            content.setLeading(16);
            for (String line :
                    Notes.unread(failed).replaceAll("[^\\x20-\\x7E]", "?").split("(?<=\\G.{80})", -1)) {
                content.showText(line);
                content.newLine();
            }
            content.endText();
        }
    }
}
