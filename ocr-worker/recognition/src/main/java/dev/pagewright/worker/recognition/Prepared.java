package dev.pagewright.worker.recognition;

import dev.pagewright.document.BoundingBox;
import dev.pagewright.document.Line;
import dev.pagewright.worker.recognition.picture.GreyPicture;
import dev.pagewright.worker.recognition.picture.Resampling;
import java.util.List;

/**
 * A part of a sheet as Tesseract gets it: cleaned, with a margin where its letters have none, at a size that it reads.
 *
 * @param left of the part, in the sheet's pixels
 * @param margin in the sheet's pixels, on all sides of the part
 * @param scale pixels of the picture a pixel of the sheet
 */
record Prepared(GreyPicture picture, int left, int top, int margin, double scale) {

    private static final int WHITE = 255;

    static Prepared of(Pose pose, Area area) {
        Preparation preparation = pose.preparation();
        GreyPicture grey = pose.sheet().grey();
        boolean whole = area.width() == grey.width() && area.height() == grey.height();
        GreyPicture part = whole ? grey : grey.part(area.left(), area.top(), area.width(), area.height());
        GreyPicture clean = preparation.cleaned(part);
        int margin = preparation.margin(area, grey);
        GreyPicture framed =
                margin == 0 ? clean : clean.framed(margin, preparation.uneven() ? WHITE : preparation.paper());
        int reduction = preparation.shrinking();
        int enlargement = preparation.enlargement(framed);
        GreyPicture sized = reduction > 1
                ? Resampling.reduced(framed, reduction)
                : enlargement > 1 ? Resampling.scaled(framed, enlargement) : framed;
        return new Prepared(sized, area.left(), area.top(), margin, (double) enlargement / reduction);
    }

    static Prepared asItIs(Pose pose) {
        return new Prepared(pose.sheet().grey(), 0, 0, 0, 1);
    }

    /** Lines of the picture where they stand on the sheet. */
    List<Line> onSheet(List<Line> lines) {
        if (scale == 1 && margin == 0 && left == 0 && top == 0) {
            return lines;
        }
        return lines.stream().map(line -> PlacedLine.of(line, this::onSheet)).toList();
    }

    private BoundingBox onSheet(BoundingBox box) {
        double x = left - margin;
        double y = top - margin;
        return new BoundingBox(
                Math.max(0, box.left() / scale + x),
                Math.max(0, box.top() / scale + y),
                Math.max(0, box.right() / scale + x),
                Math.max(0, box.bottom() / scale + y));
    }
}
