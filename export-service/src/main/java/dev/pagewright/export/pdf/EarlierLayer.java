package dev.pagewright.export.pdf;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdfparser.PDFStreamParser;
import org.apache.pdfbox.pdfwriter.ContentStreamWriter;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDStream;

/**
 * Takes the invisible text of an earlier OCR (rendering mode 3) out of a page, form XObjects of nothing else included.
 * Text that is seen stays as it is: a text object that shows both is left alone.
 */
final class EarlierLayer {

    private final PDResources resources;
    private final DrawnText state = new DrawnText(false);

    private EarlierLayer(PDResources resources) {
        this.resources = resources;
    }

    /** @return how the page's content leaves the stack of graphics states; what cannot be parsed stays as it is */
    static DrawnText.Balance remove(PDDocument document, PDPage page) throws IOException {
        var layer = new EarlierLayer(page.getResources() == null ? new PDResources() : page.getResources());
        List<Object> tokens;
        List<Object> kept;
        try {
            tokens = new PDFStreamParser(page).parse();
            kept = layer.without(tokens);
        } catch (IOException ignored) {
            return DrawnText.Balance.EVEN;
        }
        if (kept.size() < tokens.size()) {
            var stream = new PDStream(document);
            try (OutputStream out = stream.createOutputStream(COSName.FLATE_DECODE)) {
                new ContentStreamWriter(out).writeTokens(kept);
            }
            page.setContents(stream);
        }
        return layer.state.balance();
    }

    private List<Object> without(List<Object> tokens) throws IOException {
        List<Object> kept = new ArrayList<>(tokens.size());
        List<Object> operands = new ArrayList<>();
        TextObject text = null;
        for (Object token : tokens) {
            operands.add(token);
            if (!(token instanceof Operator operator)) {
                continue;
            }
            state.track(operator, operands);
            if (operator.getName().equals("BT")) {
                text = new TextObject();
            }
            if (text != null) {
                text.add(operator, operands, state.invisible());
                if (operator.getName().equals("ET")) {
                    kept.addAll(text.settled());
                    text = null;
                }
            } else if (!operator.getName().equals("Do")
                    || !InvisibleForm.drawn(operands, resources, state.invisible())) {
                kept.addAll(operands);
            }
            operands.clear();
        }
        if (text != null) {
            kept.addAll(text.whole);
        }
        kept.addAll(operands);
        return kept;
    }

    /** What stands between {@code BT} and {@code ET}, with and without what it shows. */
    private static final class TextObject {

        private final List<Object> whole = new ArrayList<>();
        private final List<Object> silent = new ArrayList<>();
        private boolean visible;

        void add(Operator operator, List<Object> operands, boolean invisible) {
            whole.addAll(operands);
            if (!DrawnText.shows(operator)) {
                silent.addAll(operands);
            } else if (!invisible) {
                visible = true;
            }
        }

        /** Without its text where none of it is seen; a later text object begins anew, so nothing moves. */
        List<Object> settled() {
            return visible ? whole : silent;
        }
    }
}
