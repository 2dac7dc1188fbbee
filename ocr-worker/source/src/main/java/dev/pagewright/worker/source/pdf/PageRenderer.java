package dev.pagewright.worker.source.pdf;

import dev.pagewright.worker.page.memory.HeapFullException;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.rendering.PageDrawer;
import org.apache.pdfbox.rendering.PageDrawerParameters;

/** Draws pages, stops at the deadline, and tells what could not be drawn. One thread. */
final class PageRenderer extends PDFRenderer {

    private final ReadingBounds limits;
    private boolean incomplete;

    PageRenderer(PDDocument document, ReadingBounds limits) {
        super(document);
        this.limits = limits;
        setSubsamplingAllowed(true);
    }

    /** Whether something that could not be decoded or drawn is missing in what was drawn. */
    boolean incomplete() {
        return incomplete;
    }

    @Override
    protected PageDrawer createPageDrawer(PageDrawerParameters parameters) throws IOException {
        return new Drawer(parameters);
    }

    private final class Drawer extends PageDrawer {

        private final StateBounds bounds = StateBounds.of(this);

        Drawer(PageDrawerParameters parameters) throws IOException {
            super(parameters);
        }

        @Override
        protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
            limits.operator();
            if (!bounds.admits(operator.getName())) {
                return;
            }
            try {
                super.processOperator(operator, operands);
            } catch (RuntimeException e) { // as when its text is read: one operator is not the page
                if (limits.over()) {
                    throw e;
                }
                incomplete = true;
            }
        }

        @Override
        public void drawImage(PDImage image) throws IOException {
            long bytes = 0;
            try {
                bytes = limits.memory().announce(PictureBytes.of(image));
                super.drawImage(image);
            } catch (IOException | RuntimeException e) { // decoders throw what they like at damaged data
                if (limits.memory().full()) {
                    throw new HeapFullException();
                }
                incomplete = true;
            } finally {
                limits.memory().withdraw(bytes);
            }
        }
    }
}
