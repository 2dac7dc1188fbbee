package dev.pagewright.worker.recognition;

import dev.pagewright.worker.ocr.tesseract.Segmentation;
import java.util.List;

/**
 * Reads with Tesseract, and looks for lines in other ways where the first one finds too few: as a page, one block, one
 * line, one word, and as text in no order. A page that the first way reads well is read once.
 */
final class Ladder {

    /** Letters up to which a page may be too little text to find columns by. */
    private static final int FEW = 400;

    /** Heights of a letter that a picture of one line, and of one with its marks, is high at most. */
    private static final double ONE_LINE = 4;

    private final EngineRuns runs;
    private final Doubt doubt;

    Ladder(EngineRuns runs, Doubt doubt) {
        this.runs = runs;
        this.doubt = doubt;
    }

    /** The best of the ways; the ways after the first where that is lost, until one is not. */
    Trial read(Pose pose, String data) {
        Trial best = trial(pose, data, Segmentation.PAGE);
        if (pose.preparation().letters().count() > FEW) {
            return best;
        }
        for (Segmentation way : ways(pose)) {
            if (runs.over() || !doubt.lost(best)) {
                return best;
            }
            Trial other = trial(pose, data, way);
            best = value(other) > value(best) ? other : best;
        }
        return best;
    }

    private Trial trial(Pose pose, String data, Segmentation way) {
        return new Trial(pose, data, runs.tesseract(pose, area(pose, way), data, way));
    }

    /** Where the picture is taken for one line, that is where its letters are. */
    private static Area area(Pose pose, Segmentation way) {
        Area sheet = Area.of(pose.sheet());
        Preparation preparation = pose.preparation();
        int[] hull = preparation.letters().hull();
        if (hull.length == 0 || (way != Segmentation.LINE && way != Segmentation.WORD)) {
            return sheet;
        }
        int reduction = preparation.reduction();
        double rim = preparation.letterHeight() / 2;
        return sheet.within(
                hull[0] * reduction - rim,
                hull[1] * reduction - rim,
                hull[2] * reduction + rim,
                hull[3] * reduction + rim);
    }

    private static List<Segmentation> ways(Pose pose) {
        Preparation preparation = pose.preparation();
        int[] hull = preparation.letters().hull();
        double height = hull.length == 0
                ? pose.sheet().grey().height()
                : (double) (hull[3] - hull[1]) * preparation.reduction();
        boolean line = preparation.letterHeight() == 0 || height <= ONE_LINE * preparation.letterHeight();
        return line
                ? List.of(Segmentation.LINE, Segmentation.WORD, Segmentation.SPARSE)
                : List.of(Segmentation.BLOCK, Segmentation.SPARSE);
    }

    /** Letters expected to be right, less where much of the ink stands in no word. */
    static double value(Trial trial) {
        return trial.worth() * (1 - trial.unread());
    }
}
