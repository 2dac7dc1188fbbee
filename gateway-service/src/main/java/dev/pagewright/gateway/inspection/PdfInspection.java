package dev.pagewright.gateway.inspection;

import dev.pagewright.error.ErrorCode;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.jspecify.annotations.Nullable;

/** A PDF: its pages, and whether it opens. */
final class PdfInspection {

    private PdfInspection() {}

    // a hostile file can exhaust stack or heap of the thread that opens it; that is its own fault, and told as such
    @SuppressWarnings("CatchingUnchecked")
    static Inspection look(Path file, @Nullable String password) {
        try (RandomAccessReadBufferedFile access = new RandomAccessReadBufferedFile(file);
                PDDocument document = Loader.loadPDF(
                        access,
                        password == null ? "" : password,
                        null,
                        null,
                        IOUtils.createTempFileOnlyStreamCache())) {
            int pages = document.getNumberOfPages();
            return pages > 0
                    ? new Inspection.Accepted(MediaType.PDF, pages)
                    : new Inspection.Refused(
                            ErrorCode.CORRUPT_FILE, "The PDF has no pages; save it anew and send that.");
        } catch (InvalidPasswordException e) {
            return password == null || password.isEmpty()
                    ? new Inspection.Refused(
                            ErrorCode.ENCRYPTED_PDF,
                            "The PDF is encrypted; send its password in the field \"password\".")
                    : new Inspection.Refused(
                            ErrorCode.WRONG_PASSWORD, "The password does not open this PDF; send the right one.");
        } catch (IOException | RuntimeException | StackOverflowError | OutOfMemoryError e) {
            return Inspector.corrupt();
        }
    }
}
