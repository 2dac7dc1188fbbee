package dev.pagewright.worker.reading;

import dev.pagewright.document.Page;
import dev.pagewright.document.PageResult;
import dev.pagewright.error.PageErrorCode;
import dev.pagewright.worker.attempt.Attempts;
import dev.pagewright.worker.attempt.StepProbe;
import dev.pagewright.worker.page.PictureReader;
import dev.pagewright.worker.page.ReaderCapabilities;
import dev.pagewright.worker.page.ReadingCancelledException;
import dev.pagewright.worker.source.OpenOriginals;
import dev.pagewright.worker.source.UnreadablePageException;
import dev.pagewright.worker.source.image.ImageOriginal;
import dev.pagewright.worker.source.pdf.PdfOriginal;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jboss.logging.Logger;

/**
 * Reads pages of PDFs and images: by their text layer where it can be trusted, else by their picture. Keeps files open
 * between two pages of them. Thread-safe.
 */
final class DocumentPageReader implements PageReader {

    private static final String PDF = "application/pdf";

    private static final Logger LOG = Logger.getLogger(DocumentPageReader.class);

    private final StepProbe probe;
    private final PictureReader pictures;
    private final OpenOriginals<PdfOriginal> documents;
    private final OpenOriginals<ImageOriginal> images;
    private final PdfRoute pdf;
    private final PictureRoute picture;

    DocumentPageReader(PictureReader pictures, ReaderSettings settings, StepProbe probe) {
        this.probe = probe;
        this.pictures = pictures;
        this.documents = new OpenOriginals<>(
                settings.openOriginals(),
                (file, mediaType, password) -> PdfOriginal.open(file, password, settings.limits()));
        this.images = new OpenOriginals<>(
                settings.openOriginals(),
                (file, mediaType, password) -> ImageOriginal.open(file, mediaType, settings.limits()));
        this.picture = new PictureRoute(pictures);
        this.pdf = new PdfRoute(pictures, picture);
    }

    @Override
    public PageResult read(PageRequest request) {
        var attempts = new Attempts(probe);
        PageResult result = attempt(request, attempts);
        if (request.deadline().cancelled()) {
            throw new ReadingCancelledException();
        }
        boolean late = request.deadline().expired() && result instanceof PageResult.Read;
        if (late) {
            return failed(request, new UnreadablePageException(PageErrorCode.PAGE_TIMEOUT));
        }
        attempts.faults()
                .forEach((step, fault) -> LOG.warnf(
                        fault,
                        "page %d of job %s: %s failed, the page was read without",
                        request.index(),
                        request.job(),
                        step.wireName()));
        return result;
    }

    // what a hostile page does to the stack is its own fault; who has filled the heap is not known, so the page is read
    // again, alone
    private PageResult attempt(PageRequest request, Attempts attempts) {
        try {
            return request.mediaType().equals(PDF)
                    ? page(documents, pdf::read, request, attempts)
                    : page(images, picture::ofImage, request, attempts);
        } catch (UnreadablePageException e) {
            return failed(request, e);
        } catch (StackOverflowError e) {
            return failed(request, new UnreadablePageException(PageErrorCode.PAGE_CORRUPT, e));
        } catch (OutOfMemoryError e) {
            throw new IllegalStateException("no memory is left for page " + request.number(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One way to read a page of an open original. */
    @FunctionalInterface
    private interface Way<O> {
        Page read(O original, PageRequest request, Steps steps, Attempts attempts)
                throws IOException, UnreadablePageException;
    }

    // an original on which something was thrown is not lent again
    private static <O extends Closeable> PageResult page(
            OpenOriginals<O> originals, Way<O> way, PageRequest request, Attempts attempts)
            throws IOException, UnreadablePageException {
        var steps = new Steps();
        var loan = originals.lend(request.original(), request.mediaType(), request.password());
        boolean sound = false;
        try {
            steps.end("open");
            Page page = way.read(loan.original(), request, steps, attempts);
            sound = true;
            return new PageResult.Read(page);
        } finally {
            if (sound) {
                loan.giveBack();
            } else {
                loan.discard();
            }
        }
    }

    private static PageResult failed(PageRequest request, UnreadablePageException reason) {
        return new PageResult.Failed(request.index(), request.number(), reason.code(), reason.detail());
    }

    @Override
    public ReaderCapabilities capabilities() {
        return pictures.capabilities();
    }

    @Override
    public void close() {
        documents.close();
        images.close();
        pictures.close();
    }
}
