package dev.pagewright.worker.recognition;

import dev.pagewright.document.Line;
import dev.pagewright.document.PageStep;
import dev.pagewright.worker.attempt.Attempts;
import dev.pagewright.worker.recognition.merge.LineMerge;
import dev.pagewright.worker.recognition.merge.Readings;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** PP-OCR beside or instead of Tesseract, for the lines or the whole of a page that are in doubt. One page, one thread. */
final class SecondEngine {

    /** By how much more letters must be expected right before one engine's reading replaces the other's whole. */
    private static final double CLEARLY_BETTER = 1.12;

    /** Chinese and Japanese, of which PP-OCR was taught more than Tesseract, may be this much less sure of itself. */
    private static final double AS_GOOD = 0.97;

    /** Lines that are read before it is asked whether more are worth it. */
    private static final int SAMPLE = 4;

    /** Letters more that must be expected right of each letter of a sample before more lines are read. */
    private static final double WORTHWHILE = 0.1;

    private final Engines engines;
    private final EngineRuns runs;
    private final Poses poses;
    private final Ladder ladder;
    private final Doubt doubt;
    private final Attempts attempts;

    SecondEngine(Engines engines, EngineRuns runs, Poses poses, Ladder ladder, Doubt doubt) {
        this.engines = engines;
        this.runs = runs;
        this.poses = poses;
        this.ladder = ladder;
        this.doubt = doubt;
        this.attempts = runs.attempts();
    }

    /**
     * Empty where it does not know the script. A script that was not told, and whose reading is lost, may be a wrong guess:
     * then it is asked all the same, and believed where it sees the Chinese or Japanese that it knows best.
     *
     * @param told whether the language was
     */
    Optional<Trial> opinion(Trial first, boolean thorough, boolean told) {
        if (engines.secondOpinion(first.data(), first.lines())) {
            return Optional.of(!thorough && doubt.mostlySure(first) ? lineByLine(first) : together(first));
        }
        if (told || engines.models().isEmpty() || !doubt.lost(first)) {
            return Optional.empty();
        }
        Look look = look(first);
        boolean better = Readings.worth(look.second()) > AS_GOOD * look.own().worth();
        return Readings.ideographic(look.second()) && better
                ? Optional.of(look.own().with(look.second()))
                : Optional.empty();
    }

    /**
     * Its reading of a page that the first engine cannot read at all.
     *
     * @throws NoReadingException where it fails too
     */
    Trial alone(Trial first) {
        List<Line> lines = engines.models().isEmpty() || runs.over()
                ? List.of()
                : attempts.at(PageStep.PP_OCR, () -> runs.ppocr(first.pose().sheet()), List::of);
        boolean read = engines.models().isPresent() && !attempts.failed(PageStep.PP_OCR);
        if (!read && !runs.over()) {
            throw new NoReadingException(attempts.faults());
        }
        return first.with(lines);
    }

    /**
     * It reads only the lines that are in doubt, where Tesseract found them: a fraction of a page's cost. Those of least
     * confidence come first, a few at a time, until it gains too little on some: on formulas, foreign words and names it is
     * no surer than Tesseract, and each line costs it as much as ten cost Tesseract.
     */
    private Trial lineByLine(Trial first) {
        List<Line> kept = new ArrayList<>(first.lines());
        List<Line> doubtful = first.lines().stream()
                .filter(line -> line.confidence() < Doubt.SURE && Math.abs(line.angle()) < 10)
                .sorted(Comparator.comparingDouble(Line::confidence))
                .toList();
        int read = 0;
        double gain = 1;
        while (read < doubtful.size() && gain >= WORTHWHILE && !runs.over()) {
            List<Line> some = doubtful.subList(read, Math.min(doubtful.size(), read + SAMPLE));
            gain = replaced(kept, some, runs.ppocrLines(first.pose().sheet(), some));
            read += some.size();
        }
        runs.note("pp_ocr_lines", read);
        runs.note("pp_ocr_gain", gain);
        return first.with(kept);
    }

    /** Keeps the better of two readings of each line; what was gained, in letters expected right of each letter. */
    private static double replaced(List<Line> kept, List<Line> own, List<Line> second) {
        double gained = 0;
        for (int i = 0; i < own.size(); i++) {
            double more = Readings.worth(List.of(second.get(i))) - Readings.worth(List.of(own.get(i)));
            if (more > 0) {
                kept.set(kept.indexOf(own.get(i)), second.get(i));
                gained += more;
            }
        }
        return gained / Math.max(1, Readings.letters(own));
    }

    /** Both engines' readings of a page, as the second one wants it turned. */
    private record Look(Trial own, List<Line> second) {}

    private Look look(Trial first) {
        List<Line> second = runs.ppocr(first.pose().sheet());
        int turn = Readings.quartersToTurn(second);
        if (turn == 0) {
            return new Look(first, second);
        }
        Trial own = ladder.read(poses.turned(first.pose(), turn * 90), first.data());
        return new Look(own, runs.ppocr(own.pose().sheet()));
    }

    private Trial together(Trial first) {
        Look look = look(first);
        Trial own = look.own();
        List<Line> second = look.second();
        double worth = Readings.worth(second) / Math.max(1e-9, own.worth());
        runs.note("pp_ocr_confidence", Readings.confidence(second));
        runs.note("pp_ocr_worth", Math.min(99, worth));
        double enough = Readings.ideographic(second) ? AS_GOOD : CLEARLY_BETTER;
        return own.with(worth > enough ? second : merged(own.lines(), second, worth));
    }

    private List<Line> merged(List<Line> own, List<Line> second, double worth) {
        return attempts.at(PageStep.MERGE, () -> LineMerge.merge(own, second), () -> worth > 1 ? second : own);
    }
}
