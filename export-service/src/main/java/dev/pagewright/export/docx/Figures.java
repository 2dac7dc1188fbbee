package dev.pagewright.export.docx;

import dev.pagewright.document.Block;
import dev.pagewright.document.BoundingBox;
import dev.pagewright.document.Page;
import dev.pagewright.export.image.PageCuts;
import dev.pagewright.export.markup.XmlText;
import java.io.IOException;
import java.util.Optional;
import org.docx4j.dml.wordprocessingDrawing.Inline;
import org.docx4j.openpackaging.exceptions.InvalidFormatException;
import org.docx4j.openpackaging.parts.Part;
import org.docx4j.openpackaging.parts.PartName;
import org.docx4j.openpackaging.parts.WordprocessingML.ImageJpegPart;
import org.docx4j.wml.Drawing;
import org.jspecify.annotations.Nullable;

/** The pictures of a document, cut from its pages. Not thread-safe. */
final class Figures {

    private static final long EMU_PER_TWIP = 635;

    private final Part part;
    private final PageCuts cuts;
    private int count;

    /** @param part the part that shows the pictures */
    Figures(Part part, PageCuts cuts) {
        this.part = part;
        this.cuts = cuts;
    }

    /** The picture in the size that it has on its page, or less where the text is narrower; null where there is none. */
    @Nullable Drawing picture(Page page, Block.Figure figure, PageSize size) throws IOException {
        Optional<PageCuts.Cut> cut = cuts.cut(page, figure.box());
        if (cut.isEmpty()) {
            return null;
        }
        try {
            count++;
            var image = new Stored(count, cut.get());
            image.getRels().add(part.addTargetPart(image));
            return drawing(image, page, figure, size);
        } catch (Exception e) { // docx4j's signature
            throw new IOException("a picture could not be added", e);
        }
    }

    private Drawing drawing(Stored image, Page page, Block.Figure figure, PageSize size) throws Exception {
        BoundingBox box = figure.box();
        double twips = size.width() / page.width();
        double wide = Math.max(1, (box.right() - box.left()) * twips);
        double high = Math.max(1, (box.bottom() - box.top()) * twips);
        double scale = Math.min(1, Math.min(size.textWidth() / wide, size.textHeight() / high));
        Inline inline = image.createImageInline(
                "Figure " + count,
                "",
                count,
                count,
                Math.round(wide * scale) * EMU_PER_TWIP,
                Math.round(high * scale) * EMU_PER_TWIP,
                false);
        inline.getDocPr().setDescr(XmlText.of(figure.text()));
        Drawing drawing = Wml.MAKE.createDrawing();
        drawing.getAnchorOrInline().add(inline);
        return drawing;
    }

    /** A picture that lies in a file until it is saved. */
    private static final class Stored extends ImageJpegPart {

        private final PageCuts.Cut cut;

        Stored(int number, PageCuts.Cut cut) throws InvalidFormatException {
            super(new PartName("/word/media/figure" + number + ".jpeg"));
            this.cut = cut;
        }

        @Override
        public boolean isLoaded() {
            return true;
        }

        @Override
        public byte[] getBytes() {
            return cut.bytes();
        }
    }
}
