package dev.pagewright.worker.recognition;

import dev.pagewright.document.Line;
import dev.pagewright.worker.language.ScriptData;
import dev.pagewright.worker.ocr.tesseract.OrientationAndScript;
import dev.pagewright.worker.ocr.tesseract.Segmentation;
import dev.pagewright.worker.recognition.merge.LineMerge;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the script of a page, and which way up it is, by reading a sample of it with each script's data. A sample counts
 * by its confidence, by the ink that stands in its words, by the words that the data's dictionary knows and by whether
 * it is letters of that script at all. Pages whose first reading is sure cost nothing. One page, one thread.
 */
final class ScriptSearch {

    /** A sample of this score needs no comparison: nearly all of its letters are right, and most stand in known words. */
    private static final double CERTAIN = 0.75;

    /** By how much another script or turn must be better than the first reading: a guess has no reason to be right. */
    private static final double BETTER = 1.15;

    /** A sample of less than this score is believed in no script but the first. */
    private static final double CREDIBLE = 0.3;

    /** A line that is less than this share of a sample is read before the whole of it. */
    private static final double SMALL = 0.6;

    private static final int LIKELY = 3;

    /** Heights of a letter that one line with the marks above and below it takes at most. */
    private static final double ONE_LINE = 4;

    /** A line of which no script makes this much says nothing of the others. */
    private static final double TELLING = 0.3;

    /** Share of a page's letters, and their number, that are another script's where the first one reads the rest. */
    static final double LEFT = 0.15;

    private static final int FEWEST = 8;

    /** A line of less confidence than this may be in another script. */
    private static final double WEAK = Doubt.LOST;

    private final ScriptData scripts;
    private final EngineRuns runs;
    private final Ladder ladder;
    private final LatinSample latin;

    ScriptSearch(ScriptData scripts, EngineRuns runs, Ladder ladder, LatinSample latin) {
        this.scripts = scripts;
        this.runs = runs;
        this.ladder = ladder;
        this.latin = latin;
    }

    /** A sample read with one script's data. */
    record Candidate(String script, Trial trial, double score) {}

    /**
     * The candidate whose sample is read best: {@code first} where none is clearly better. Where the sample is much more
     * than one of its lines, that line says which scripts are worth the whole of it.
     *
     * @param lines as they were found with the first data
     */
    Candidate best(Candidate first, Area area, List<Line> lines, List<String> scriptsToTry) {
        Pose pose = first.trial().pose();
        Optional<Area> line = Sample.line(pose, area, lines).filter(piece -> piece.size() < SMALL * area.size());
        List<String> others = line.isEmpty() ? scriptsToTry : likely(pose, line.get(), scriptsToTry);
        Candidate best = first;
        for (String script : others) {
            if (runs.over() || best.score() >= CERTAIN) {
                break;
            }
            Optional<String> data = other(script, first);
            if (data.isPresent()) {
                Candidate candidate = candidate(pose, area, script, data.get());
                double least = best.equals(first) ? Math.max(CREDIBLE, BETTER * best.score()) : best.score();
                best = candidate.score() > least ? candidate : best;
            }
        }
        return best;
    }

    private Optional<String> other(String script, Candidate first) {
        return scripts.any(script).filter(data -> !data.equals(first.trial().data()));
    }

    /** The few scripts that read a line best, the best first. */
    private List<String> likely(Pose pose, Area line, List<String> others) {
        List<Candidate> candidates = new ArrayList<>();
        for (String script : others) {
            Optional<String> data = scripts.any(script);
            if (data.isPresent() && !runs.over()) {
                candidates.add(candidate(pose, line, script, data.get()));
                if (candidates.getLast().score() >= CERTAIN) {
                    break;
                }
            }
        }
        candidates.sort(Comparator.comparingDouble(Candidate::score).reversed());
        if (candidates.isEmpty() || candidates.getFirst().score() < TELLING) {
            return others;
        }
        return candidates.stream().limit(LIKELY).map(Candidate::script).toList();
    }

    Candidate candidate(Pose pose, Area area, String script, String data) {
        boolean line = area.height() <= ONE_LINE * pose.preparation().letterHeight();
        Segmentation segmentation = line ? Segmentation.LINE : Segmentation.BLOCK;
        Trial trial = new Trial(pose, data, runs.sample(pose, area, data, segmentation));
        double score = score(trial, area, script);
        runs.note("script_" + data.toLowerCase(Locale.ROOT), score);
        return new Candidate(script, trial, score);
    }

    private static double score(Trial trial, Area area, String script) {
        double own = Math.min(1, 2 * ScriptData.share(trial.text(), script));
        double covered = 1 - trial.pose().preparation().unread(trial.lines(), area);
        double known = ScriptData.unspaced(script) ? trial.confidence() : trial.known();
        return trial.confidence() * covered * own * Trial.likelihood(known);
    }

    /** Scripts in the order in which they are tried: the detector's first. */
    List<String> inOrder(Optional<OrientationAndScript> seen) {
        Set<String> order = new LinkedHashSet<>();
        seen.flatMap(found -> ScriptData.script(found.script())).ifPresent(order::add);
        order.addAll(scripts.scripts());
        return List.copyOf(order);
    }

    private static List<Line> beside(List<Line> lines, List<Line> strong) {
        return lines.stream().filter(line -> !strong.contains(line)).toList();
    }

    /** Lines that are not in another script: those of some confidence. */
    static List<Line> strong(Trial trial) {
        return trial.lines().stream().filter(line -> line.confidence() >= WEAK).toList();
    }

    /**
     * Adds what another script's data reads where the lines of the first are weak or missing.
     *
     * @param script of the data that the page was read with
     */
    Trial mixed(Trial first, String script, List<String> others) {
        Pose pose = first.pose();
        List<Line> strong = strong(first);
        double left = pose.preparation().unread(strong);
        Optional<Area> area = left < LEFT || left * pose.preparation().letters().count() < FEWEST
                ? Optional.empty()
                : Sample.beside(pose, strong);
        if (area.isEmpty() || (LatinSample.SCRIPTS.contains(script) && latin.is(pose, area.get()))) {
            return first;
        }
        Candidate own = candidate(pose, area.get(), script, first.data());
        Candidate best = best(own, area.get(), beside(first.lines(), strong), others);
        if (best.equals(own) || runs.over()) {
            return first;
        }
        Trial second = ladder.read(pose, best.trial().data());
        List<Line> merged = LineMerge.merge(first.lines(), second.lines());
        Trial both =
                new Trial(pose, first.data() + "+" + second.data(), merged, Math.max(first.known(), second.known()));
        return Ladder.value(both) > Ladder.value(first) ? both : first;
    }
}
