package dev.pagewright.worker.reading;

import dev.pagewright.document.Page;
import dev.pagewright.document.PageResult;
import dev.pagewright.error.PageErrorCode;
import dev.pagewright.worker.attempt.Attempts;
import dev.pagewright.worker.attempt.StepProbe;
import dev.pagewright.worker.page.PictureReader;
import dev.pagewright.worker.page.ReaderCapabilities;
import dev.pagewright.worker.page.ReadingCancelledException;
import dev.pagewright.worker.page.memory.HeapFullException;
import dev.pagewright.worker.page.memory.HeapRoom;
import dev.pagewright.worker.page.memory.PageMemory;
import dev.pagewright.worker.source.OpenOriginals;
import dev.pagewright.worker.source.Original;
import dev.pagewright.worker.source.UnreadablePageException;
import dev.pagewright.worker.source.image.ImageOriginal;
import dev.pagewright.worker.source.pdf.PdfOriginal;
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
    private final HeapRoom room;
    private final PictureReader pictures;
    private final OpenOriginals<PdfOriginal> documents;
    private final OpenOriginals<ImageOriginal> images;
    private final PdfRoute pdf;
    private final PictureRoute picture;

    DocumentPageReader(PictureReader pictures, ReaderSettings settings, StepProbe probe, HeapRoom room) {
        this.probe = probe;
        this.room = room;
        this.pictures = pictures;
        this.documents = new OpenOriginals<>(
                settings.openOriginals(),
                (file, mediaType, password, memory) -> PdfOriginal.open(file, password, settings.limits(), memory));
        this.images = new OpenOriginals<>(
                settings.openOriginals(),
                (file, mediaType, password, memory) -> ImageOriginal.open(file, mediaType, settings.limits(), memory));
        room.relievedBy(documents::closeIdle);
        room.relievedBy(images::closeIdle);
        this.picture = new PictureRoute(pictures);
        this.pdf = new PdfRoute(pictures, picture);
    }

    @Override
    public PageResult read(PageRequest request) {
        var attempts = new Attempts(probe);
        PageResult result;
        try (PageMemory memory = room.begin()) {
            result = within(memory, request, attempts);
        }
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

    /** Whatever was made of the page without what did not fit, or thrown about it: it is not the page. */
    private PageResult within(PageMemory memory, PageRequest request, Attempts attempts) {
        try {
            PageResult result = attempt(request, attempts, memory);
            if (!memory.full()) {
                return result;
            }
        } catch (RuntimeException e) {
            if (!memory.full()) {
                throw e;
            }
        }
        throw new HeapFullException();
    }

    // what a hostile page does to the stack is its own fault; who has filled the heap is not known, so the page is read
    // again, alone
    private PageResult attempt(PageRequest request, Attempts attempts, PageMemory memory) {
        try {
            return request.mediaType().equals(PDF)
                    ? page(documents, pdf::read, request, attempts, memory)
                    : page(images, picture::ofImage, request, attempts, memory);
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
    private static <O extends Original> PageResult page(
            OpenOriginals<O> originals, Way<O> way, PageRequest request, Attempts attempts, PageMemory memory)
            throws IOException, UnreadablePageException {
        var steps = new Steps();
        var loan = originals.lend(request.original(), request.mediaType(), request.password(), memory);
        boolean sound = false;
        try {
            steps.end("open");
            Page page = way.read(loan.original(), request, steps, attempts);
            sound = !memory.full();
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
