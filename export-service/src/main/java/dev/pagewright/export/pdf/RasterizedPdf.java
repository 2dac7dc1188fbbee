package dev.pagewright.export.pdf;

import dev.pagewright.document.Page;
import dev.pagewright.document.PageResult;
import dev.pagewright.document.PageTransform;
import dev.pagewright.error.ErrorCode;
import dev.pagewright.export.format.ExportRefusedException;
import dev.pagewright.export.format.ExportSource;
import dev.pagewright.export.format.Pages;
import dev.pagewright.export.image.PagePictures;
import dev.pagewright.export.image.Scratch;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;

/** A PDF/A-2b of a PDF that may hold anything: its read pages as pictures, with the invisible text of their words. */
final class RasterizedPdf {

    private static final double PIXELS_PER_POINT = 150 / 72.0;
    private static final int MAX_WIDTH = 3000;
    private static final float QUALITY = 0.85f;

    private RasterizedPdf() {}

    static void write(ExportSource source, OutputStream output) throws IOException {
        try (var document = new PDDocument(Scratch.beside(source.original()));
                Pages pages = source.pages()) {
            var layer = new TextLayer(document);
            while (pages.hasNext()) {
                switch (pages.next()) {
                    case PageResult.Read read -> page(document, layer, source, read.page());
                    case PageResult.Failed failed ->
                        throw new ExportRefusedException(
                                ErrorCode.PDFA_NOT_POSSIBLE,
                                "Page %d could not be read (%s)."
                                        .formatted(
                                                failed.number(), failed.code().wireName()));
                }
            }
            layer.finish();
            Archive.declare(document, source.job());
            document.save(output);
        }
    }

    private static void page(PDDocument document, TextLayer layer, ExportSource source, Page page) throws IOException {
        Path original = source.original();
        int width = Math.clamp(Math.round(page.width() * PIXELS_PER_POINT), 16, MAX_WIDTH);
        BufferedImage picture = PagePictures.ofPdf(original, source.password(), page.number(), page, width);
        var target = new PDPage(new PDRectangle((float) page.width(), (float) page.height()));
        document.addPage(target);
        try (var content = new PDPageContentStream(document, target)) {
            content.drawImage(
                    JPEGFactory.createFromImage(document, picture, QUALITY), 0, 0, (float) page.width(), (float)
                            page.height());
        }
        layer.add(target, page, new PageTransform(1, 0, 0, -1, 0, page.height()));
    }
}
