package dev.pagewright.worker.recognition;

import dev.pagewright.document.Line;
import dev.pagewright.document.PageStep;
import dev.pagewright.worker.attempt.Attempts;
import java.util.List;

/** When a reading is worth another one. */
final class Doubt {

    /** Mean probability of a reading's letters above which it needs no second one. */
    static final double SURE = 0.88;

    /** Share of a page's letters that may stand in no word: rules, pictures, dirt. */
    private static final double COMPLETE = 0.2;

    /** From here on only single lines need a second opinion. */
    private static final double MOSTLY_SURE = 0.8;

    /** Below this a page may stand on its head or be in another script. */
    static final double LOST = 0.7;

    /** Share of a page's letters in no word from which it may be lost too. */
    private static final double MISSED = 0.3;

    /** A line of less confidence is no reading. */
    private static final double NOISE = 0.3;

    /** Share of the letters in no word of a page that was not read. */
    private static final double MOST = 0.5;

    /** Pixels on the measured copy below which strokes are dirt or a screen, which nobody expects to be read. */
    private static final double LEGIBLE = 5;

    private final Attempts attempts;

    Doubt(Attempts attempts) {
        this.attempts = attempts;
    }

    /** Whether another look pays: words of low confidence, letters on the page that stand in no word, or none measured. */
    boolean of(Trial trial) {
        return trial.confidence() < SURE || trial.unread() > COMPLETE || attempts.failed(PageStep.PREPARATION);
    }

    /** Whether it may stand on its head, be in another script, or be seen as nothing. */
    boolean lost(Trial trial) {
        return attempts.failed(PageStep.PREPARATION) || trial.confidence() < LOST || trial.unread() > MISSED;
    }

    /** Share of the page's letters that were not read, where that is most of a few letters and more; else 0. */
    double unread(Trial trial) {
        List<Line> believed = trial.lines().stream()
                .filter(line -> line.confidence() >= NOISE)
                .toList();
        double unread = trial.pose().preparation().unread(believed);
        return unread >= MOST && trial.pose().preparation().letters().height() >= LEGIBLE ? unread : 0;
    }

    boolean mostlySure(Trial trial) {
        return !attempts.failed(PageStep.PREPARATION)
                && trial.confidence() >= MOSTLY_SURE
                && trial.unread() <= COMPLETE;
    }
}
