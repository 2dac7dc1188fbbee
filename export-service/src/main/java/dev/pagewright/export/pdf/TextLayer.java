package dev.pagewright.export.pdf;

import dev.pagewright.document.Engine;
import dev.pagewright.document.EngineReason;
import dev.pagewright.document.Page;
import dev.pagewright.document.PageTransform;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;

/** Lays invisible text over pages of one document. Not thread-safe. */
final class TextLayer {

    private static final String FONT_NAME = "PagewrightInvisible";

    private final PDDocument document;
    private final GlyphlessFont font;

    TextLayer(PDDocument document) {
        this.document = document;
        this.font = new GlyphlessFont(document);
    }

    /** Whether the page's own text was read as it stands, so that it needs no second one. */
    static boolean trusted(Page page) {
        return page.reading().engine() == Engine.TEXT_LAYER
                && page.reading().reason() == EngineReason.TEXT_LAYER_TRUSTED;
    }

    /** Lays it over what leaves the graphics state as it found it. */
    void add(PDPage target, Page page, PageTransform toUserSpace) throws IOException {
        add(target, page, toUserSpace, DrawnText.Balance.EVEN);
    }

    /**
     * @param toUserSpace from the upright page that was read
     * @param balance how the page's own content leaves the stack of graphics states
     */
    void add(PDPage target, Page page, PageTransform toUserSpace, DrawnText.Balance balance) throws IOException {
        String text = new InvisibleText(font, toUserSpace).of(page, FONT_NAME);
        if (text.isEmpty()) {
            return;
        }
        nameFont(target);
        // what the page itself draws may leave the graphics state changed
        var contents = new COSArray();
        contents.add(stream("q\n".repeat(balance.surplus() + 1)));
        COSBase present = target.getCOSObject().getDictionaryObject(COSName.CONTENTS);
        if (present instanceof COSArray streams) {
            contents.addAll(streams);
        } else if (present != null) {
            contents.add(target.getCOSObject().getItem(COSName.CONTENTS));
        }
        contents.add(stream("\n" + "Q\n".repeat(balance.missing() + 1) + "q\n" + text + "Q\n"));
        target.getCOSObject().setItem(COSName.CONTENTS, contents);
    }

    /** When the last page has been laid. */
    void finish() throws IOException {
        font.finish();
    }

    private COSStream stream(String operators) throws IOException {
        COSStream stream = document.getDocument().createCOSStream();
        try (OutputStream out = stream.createOutputStream(COSName.FLATE_DECODE)) {
            out.write(operators.getBytes(StandardCharsets.US_ASCII));
        }
        return stream;
    }

    /** Resources may be inherited or shared: the page gets its own. */
    private void nameFont(PDPage target) {
        var resources = new COSDictionary();
        if (target.getResources() != null) {
            resources.addAll(target.getResources().getCOSObject());
        }
        var fonts = new COSDictionary();
        COSDictionary present = resources.getCOSDictionary(COSName.FONT);
        if (present != null) {
            fonts.addAll(present);
        }
        fonts.setItem(COSName.getPDFName(FONT_NAME), font.dictionary());
        resources.setItem(COSName.FONT, fonts);
        target.getCOSObject().setItem(COSName.RESOURCES, resources);
    }
}
