package dev.pagewright.worker.recognition;

import dev.pagewright.document.PageStep;
import dev.pagewright.worker.attempt.Attempts;
import dev.pagewright.worker.page.PagePicture;

/** Lays a page's picture as it is to be read: turned by quarters, then levelled. One page, one thread. */
final class Poses {

    private final PagePicture picture;
    private final EngineRuns runs;
    private final Attempts attempts;

    Poses(PagePicture picture, EngineRuns runs) {
        this.picture = picture;
        this.runs = runs;
        this.attempts = runs.attempts();
    }

    /** As the file gives it. */
    Pose original() {
        return measured(Sheet.of(picture));
    }

    /** Turned clockwise by quarters more than this one, and levelled. */
    Pose turned(Pose pose, int degrees) {
        return levelled(measured(Sheet.of(picture).turned((pose.sheet().turn() + degrees / 90) % 4)));
    }

    Pose levelled(Pose pose) {
        double slant = pose.preparation().slant();
        if (slant == 0) {
            return pose;
        }
        long start = System.nanoTime();
        Preparation preparation = pose.preparation();
        int paper = preparation.tones().paper();
        Sheet slanted = pose.sheet();
        Sheet level = attempts.at(
                PageStep.PREPARATION,
                () -> slanted.levelled(slant, preparation.inverted() ? 255 - paper : paper),
                () -> slanted);
        runs.note("deskew_degrees", level.skew());
        runs.took("deskew_ms", start);
        return measured(level);
    }

    private Pose measured(Sheet sheet) {
        long start = System.nanoTime();
        Preparation preparation =
                attempts.at(PageStep.PREPARATION, () -> Preparation.of(sheet.grey()), Preparation::unmeasured);
        runs.took("measure_ms", start);
        return new Pose(sheet, preparation);
    }
}
