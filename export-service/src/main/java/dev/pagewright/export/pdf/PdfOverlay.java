package dev.pagewright.export.pdf;

import dev.pagewright.document.PageResult;
import dev.pagewright.error.ErrorCode;
import dev.pagewright.export.format.ExportRefusedException;
import dev.pagewright.export.format.ExportSource;
import dev.pagewright.export.format.Pages;
import dev.pagewright.export.image.Scratch;
import dev.pagewright.pdf.PageTree;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.jspecify.annotations.Nullable;

/**
 * The uploaded PDF with text over the pages that have none to be trusted. It is saved incrementally: what was there
 * stays byte for byte, signatures too. An encrypted one is saved whole under the password it came with.
 */
final class PdfOverlay {

    private static final int KEY_BITS = 256;

    private PdfOverlay() {}

    static void write(ExportSource source, OutputStream output) throws IOException {
        @Nullable String password = source.password();
        try (PDDocument document = Loader.loadPDF(
                source.original().toFile(),
                password == null ? "" : password,
                null,
                null,
                Scratch.beside(source.original()))) {
            boolean changed = lay(source, document);
            if (document.isEncrypted()) {
                protect(document, password);
                document.save(output);
            } else if (changed) {
                document.saveIncremental(output);
            } else {
                Files.copy(source.original(), output);
            }
        } catch (InvalidPasswordException e) {
            throw new ExportRefusedException(
                    ErrorCode.WRONG_PASSWORD, "The PDF is encrypted, and its password is not known.");
        }
    }

    private static boolean lay(ExportSource source, PDDocument document) throws IOException {
        int count = PageTree.mend(document); // numbers its pages as the gateway counted them
        var layer = new TextLayer(document);
        boolean changed = false;
        try (Pages pages = source.pages()) {
            while (pages.hasNext()) {
                if (pages.next() instanceof PageResult.Read read
                        && !TextLayer.trusted(read.page())
                        && read.number() <= count) {
                    PDPage target = document.getPage(read.number() - 1);
                    DrawnText.Balance balance = EarlierLayer.remove(document, target);
                    layer.add(target, read.page(), read.page().toOriginal(), balance);
                    changed = true;
                }
            }
        }
        layer.finish();
        return changed;
    }

    private static void protect(PDDocument document, @Nullable String password) throws IOException {
        String user = password == null ? "" : password;
        String owner = user.isEmpty() ? UUID.randomUUID().toString() : user;
        var policy = new StandardProtectionPolicy(owner, user, document.getCurrentAccessPermission());
        policy.setEncryptionKeyLength(KEY_BITS);
        policy.setPreferAES(true);
        document.protect(policy);
    }
}
