package dev.pagewright.export.pdf;

import dev.pagewright.export.format.ExportSource;
import dev.pagewright.export.format.Exporter;
import dev.pagewright.export.format.Format;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.OutputStream;

/**
 * A PDF that can be searched: the original's pages unchanged, or the uploaded images at their own resolution, with
 * invisible text exactly over each word.
 */
@Singleton
public class PdfExporter implements Exporter {

    @Override
    public Format format() {
        return new Format("pdf", "Searchable PDF", "application/pdf", "pdf");
    }

    @Override
    public void write(ExportSource source, OutputStream output) throws IOException {
        if (source.job().mediaType().equals("application/pdf")) {
            PdfOverlay.write(source, output);
        } else {
            PdfOfImages.write(source, output);
        }
    }
}
