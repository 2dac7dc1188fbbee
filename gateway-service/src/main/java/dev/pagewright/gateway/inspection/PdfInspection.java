package dev.pagewright.gateway.inspection;

import dev.pagewright.error.ErrorCode;
import dev.pagewright.pdf.PageTree;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.jspecify.annotations.Nullable;

/** A PDF: its pages, and whether it opens. */
final class PdfInspection {

    private PdfInspection() {}

    static void prepare() {
        var bytes = new java.io.ByteArrayOutputStream();
        try (PDDocument made = new PDDocument()) {
            made.addPage(new PDPage());
            made.save(bytes);
            try (PDDocument read = Loader.loadPDF(new RandomAccessReadBuffer(bytes.toByteArray()))) {
                PageTree.mend(read);
            }
        } catch (IOException e) {
            throw new IllegalStateException("a new PDF cannot be read", e);
        }
    }

    // a hostile file can exhaust the stack of the thread that opens it, and the heap: then the process ends
    @SuppressWarnings("CatchingUnchecked")
    static Inspection look(Path file, @Nullable String password) {
        try (RandomAccessReadBufferedFile access = new RandomAccessReadBufferedFile(file);
                PDDocument document = Loader.loadPDF(
                        access,
                        password == null ? "" : password,
                        null,
                        null,
                        IOUtils.createMemoryOnlyStreamCache())) { // nothing of a bomb reaches the disk
            int pages = PageTree.mend(document);
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
        } catch (IOException | RuntimeException | StackOverflowError e) {
            return Inspection.corrupt();
        }
    }
}
