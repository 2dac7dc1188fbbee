package dev.pagewright.export.image;

import dev.pagewright.error.ErrorCode;
import dev.pagewright.export.format.ExportRefusedException;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.rendering.PageDrawer;
import org.apache.pdfbox.rendering.PageDrawerParameters;

/** Draws pages for as long as one may take: a page that is made to draw for ever must not keep others from their turn. */
final class BoundedRenderer extends PDFRenderer {

    private final long end;

    BoundedRenderer(PDDocument document, Duration time) {
        super(document);
        this.end = System.nanoTime() + time.toNanos();
        setSubsamplingAllowed(true);
    }

    @Override
    protected PageDrawer createPageDrawer(PageDrawerParameters parameters) throws IOException {
        return new Drawer(parameters);
    }

    private final class Drawer extends PageDrawer {

        private int operators;

        Drawer(PageDrawerParameters parameters) throws IOException {
            super(parameters);
        }

        @Override
        protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
            if ((++operators & 0x3f) == 0
                    && (System.nanoTime() - end >= 0 || Thread.currentThread().isInterrupted())) {
                throw new Late(); // or nobody wants it any more
            }
            super.processOperator(operator, operands);
        }
    }

    /** Unchecked, because the interpreter goes on after most others. */
    static final class Late extends RuntimeException {
        private static final long serialVersionUID = 1;

        ExportRefusedException refused() {
            var refused = new ExportRefusedException(ErrorCode.OVERLOADED, "The page takes too long to draw.");
            refused.initCause(this);
            return refused;
        }
    }
}
