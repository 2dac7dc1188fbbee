package dev.pagewright.export.pdf;

import dev.pagewright.error.ErrorCode;
import dev.pagewright.export.format.ExportOption;
import dev.pagewright.export.format.ExportRefusedException;
import dev.pagewright.export.format.ExportSource;
import dev.pagewright.export.format.Exporter;
import dev.pagewright.export.format.Format;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/**
 * A PDF that can be searched: the original's pages unchanged, or the uploaded images at their own resolution, with
 * invisible text exactly over each word.
 */
@Singleton
public class PdfExporter implements Exporter {

    @Override
    public Format format() {
        return new Format(
                "pdf",
                "Searchable PDF",
                "application/pdf",
                "pdf",
                new ExportOption.Choice("pdfa", "PDF/A-2b, for long keeping", List.of("2b")),
                new ExportOption.Flag("rasterize", "with pdfa: an uploaded PDF as pictures and text"));
    }

    @Override
    public void write(ExportSource source, OutputStream output) throws IOException {
        boolean archive = source.options().chosen("pdfa", "2b");
        boolean rasterize = source.options().flag("rasterize");
        if (rasterize && !archive) {
            throw new ExportRefusedException(ErrorCode.INVALID_PARAMETER, "rasterize goes with pdfa=2b.");
        }
        boolean pdf = source.job().mediaType().equals("application/pdf");
        if (pdf && archive && !rasterize) {
            throw new ExportRefusedException(
                    ErrorCode.PDFA_NOT_POSSIBLE,
                    "An uploaded PDF cannot be made PDF/A as it stands; rasterize=true makes one of pictures and text.");
        }
        if (pdf && archive) {
            RasterizedPdf.write(source, output);
        } else if (pdf) {
            PdfOverlay.write(source, output);
        } else {
            PdfOfImages.write(source, output);
        }
    }
}
