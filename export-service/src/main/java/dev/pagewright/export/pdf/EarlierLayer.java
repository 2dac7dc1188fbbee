package dev.pagewright.export.pdf;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.pdfparser.PDFStreamParser;
import org.apache.pdfbox.pdfwriter.ContentStreamWriter;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDStream;

/**
 * Takes the invisible text of an earlier OCR (rendering mode 3) out of a page. Text that is seen stays as it is: a text
 * object that shows both is left alone.
 */
final class EarlierLayer {

    private static final int INVISIBLE = 3;

    private int mode;
    private final Deque<Integer> saved = new ArrayDeque<>();

    private EarlierLayer() {}

    /** @return whether there was one */
    static boolean remove(PDDocument document, PDPage page) throws IOException {
        List<Object> tokens = new PDFStreamParser(page).parse();
        List<Object> kept = new EarlierLayer().without(tokens);
        if (kept.size() == tokens.size()) {
            return false;
        }
        var stream = new PDStream(document);
        try (OutputStream out = stream.createOutputStream(COSName.FLATE_DECODE)) {
            new ContentStreamWriter(out).writeTokens(kept);
        }
        page.setContents(stream);
        return true;
    }

    private List<Object> without(List<Object> tokens) {
        List<Object> kept = new ArrayList<>(tokens.size());
        List<Object> operands = new ArrayList<>();
        TextObject text = null;
        for (Object token : tokens) {
            operands.add(token);
            if (!(token instanceof Operator operator)) {
                continue;
            }
            track(operator.getName(), operands);
            if (operator.getName().equals("BT")) {
                text = new TextObject();
            }
            if (text == null) {
                kept.addAll(operands);
            } else {
                text.add(operator.getName(), operands, mode == INVISIBLE);
                if (operator.getName().equals("ET")) {
                    kept.addAll(text.settled());
                    text = null;
                }
            }
            operands.clear();
        }
        if (text != null) {
            kept.addAll(text.whole);
        }
        kept.addAll(operands);
        return kept;
    }

    private void track(String operator, List<Object> operands) {
        switch (operator) {
            case "q" -> saved.push(mode);
            case "Q" -> mode = saved.isEmpty() ? mode : saved.pop();
            case "Tr" -> mode = operands.getFirst() instanceof COSNumber number ? number.intValue() : mode;
            default -> {} // says nothing about visibility
        }
    }

    /** What stands between {@code BT} and {@code ET}, with and without what it shows. */
    private static final class TextObject {

        private final List<Object> whole = new ArrayList<>();
        private final List<Object> silent = new ArrayList<>();
        private boolean visible;

        void add(String operator, List<Object> operands, boolean invisible) {
            whole.addAll(operands);
            boolean shows = List.of("Tj", "TJ", "'", "\"").contains(operator);
            if (!shows) {
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
