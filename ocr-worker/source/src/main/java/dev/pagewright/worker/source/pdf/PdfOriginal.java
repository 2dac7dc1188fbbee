package dev.pagewright.worker.source.pdf;

import dev.pagewright.error.PageErrorCode;
import dev.pagewright.pdf.PageTree;
import dev.pagewright.worker.page.Deadline;
import dev.pagewright.worker.page.memory.HeapFullException;
import dev.pagewright.worker.page.memory.MemoryGate;
import dev.pagewright.worker.page.memory.PageMemory;
import dev.pagewright.worker.source.Original;
import dev.pagewright.worker.source.PixelLimits;
import dev.pagewright.worker.source.Plugins;
import dev.pagewright.worker.source.UnreadablePageException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.WeakHashMap;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;
import org.apache.pdfbox.pdmodel.DefaultResourceCache;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.graphics.PDXObject;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.jspecify.annotations.Nullable;

/** An open PDF: read from its file as it is needed, on the account of the page that needs it. Not thread-safe. */
public final class PdfOriginal implements Original {

    private final PDDocument document;
    private final RandomAccessReadBufferedFile file;
    private final PixelLimits limits;
    private final MemoryGate gate;
    private final TokenBound operands;
    private final Layers layers;
    private final boolean drawnByItsProgram;
    private final Map<PDFont, FontFacts> fonts = new WeakHashMap<>();

    private PdfOriginal(
            PDDocument document,
            RandomAccessReadBufferedFile file,
            PixelLimits limits,
            MemoryGate gate,
            TokenBound operands) {
        this.document = document;
        this.file = file;
        this.limits = limits;
        this.gate = gate;
        this.operands = operands;
        this.layers = new Layers(document);
        this.drawnByItsProgram = dynamicForm(document);
        document.setResourceCache(new WithoutPictures());
    }

    /**
     * @param password null where none is needed
     * @param memory of the page that it is opened for
     * @throws UnreadablePageException where it cannot be opened at all
     */
    public static PdfOriginal open(Path path, @Nullable String password, PixelLimits limits, PageMemory memory)
            throws IOException, UnreadablePageException {
        Plugins.require();
        var file = new RandomAccessReadBufferedFile(path);
        try {
            var gate = new MemoryGate(memory);
            var operands = new TokenBound();
            PDDocument document = new GatedParser(
                            file,
                            password == null ? "" : password,
                            IOUtils.createMemoryOnlyStreamCache(), // nothing but appearances of fields is written
                            gate,
                            operands)
                    .parse();
            PageTree.mend(document); // numbers its pages as the gateway counted them
            return new PdfOriginal(document, file, limits, gate, operands);
        } catch (HeapFullException e) {
            file.close();
            throw e;
        } catch (IOException | RuntimeException e) { // a damaged file, or a password that does not fit
            file.close();
            throw new UnreadablePageException(PageErrorCode.PAGE_CORRUPT, e);
        }
    }

    @Override
    public void begin(PageMemory memory) {
        gate.begin(memory);
    }

    /** @param number 1-based */
    public PdfPage page(int number, Deadline deadline) throws UnreadablePageException {
        try {
            if (number < 1 || number > document.getNumberOfPages()) {
                throw new UnreadablePageException(PageErrorCode.PAGE_CORRUPT, "The file has no such page.");
            }
            if (drawnByItsProgram) {
                throw new UnreadablePageException(
                        PageErrorCode.PAGE_UNSUPPORTED,
                        "The PDF is a dynamic form (XFA) that Adobe Reader alone draws; print it to a PDF there and"
                                + " send that.");
            }
            var bounds = new ReadingBounds(deadline, gate.memory(), operands);
            return new PdfPage(document, number - 1, layers, fonts, limits, bounds);
        } catch (HeapFullException e) {
            throw e;
        } catch (RuntimeException e) { // parsers throw what they like at a damaged page
            if (deadline.over()) {
                throw new UnreadablePageException(PageErrorCode.PAGE_TIMEOUT);
            }
            throw new UnreadablePageException(PageErrorCode.PAGE_CORRUPT, e);
        }
    }

    /** A form whose pages are not in the PDF but made by the program that opens it. Also makes missing appearances. */
    private static boolean dynamicForm(PDDocument document) {
        try {
            PDAcroForm form = document.getDocumentCatalog().getAcroForm();
            return form != null && form.xfaIsDynamic() && document.getNumberOfPages() == 1;
        } catch (RuntimeException e) {
            return false; // a damaged form is not shown
        }
    }

    @Override
    public void close() throws IOException {
        document.close();
        file.close();
    }

    /** Pictures are used once; kept, they would fill the heap. */
    private static final class WithoutPictures extends DefaultResourceCache {

        @Override
        public void put(COSObject indirect, PDXObject object) {
            if (!(object instanceof PDImageXObject)) {
                super.put(indirect, object);
            }
        }
    }
}
