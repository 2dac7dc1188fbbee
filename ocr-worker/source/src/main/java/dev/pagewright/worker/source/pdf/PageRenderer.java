package dev.pagewright.worker.source.pdf;

import dev.pagewright.worker.page.Deadline;
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

    private final Deadline deadline;
    private boolean incomplete;

    PageRenderer(PDDocument document, Deadline deadline) {
        super(document);
        this.deadline = deadline;
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
        private int operators;

        Drawer(PageDrawerParameters parameters) throws IOException {
            super(parameters);
        }

        @Override
        protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
            if ((++operators & 0x3f) == 0 && deadline.over()) {
                throw new IllegalStateException("the deadline is over");
            }
            if (!bounds.admits(operator.getName())) {
                return;
            }
            try {
                super.processOperator(operator, operands);
            } catch (RuntimeException e) { // as when its text is read: one operator is not the page
                if (deadline.over()) {
                    throw e;
                }
                incomplete = true;
            }
        }

        @Override
        public void drawImage(PDImage image) throws IOException {
            try {
                super.drawImage(image);
            } catch (IOException | RuntimeException e) { // decoders throw what they like at damaged data
                incomplete = true;
            }
        }
    }
}
