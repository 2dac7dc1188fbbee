package dev.pagewright.worker.source.pdf;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Puts superscripts and subscripts into the lines that they belong to. */
final class Scripted {

    private static final double SMALLER = 0.85;
    private static final double RAISED = 0.62;
    private static final double LOWERED = 0.4;
    private static final double NEAR = 0.35;
    private static final int MOST_LETTERS = 12;

    private Scripted() {}

    /** @param lines each from left to right; not empty */
    static List<List<Spot>> attached(List<List<Spot>> lines) {
        List<List<Spot>> byBase = new ArrayList<>(lines);
        byBase.sort(Comparator.comparingDouble(line -> line.getFirst().base()));
        List<List<Spot>> kept = new ArrayList<>(lines.size());
        for (int i = 0; i < byBase.size(); i++) {
            List<Spot> line = byBase.get(i);
            List<Spot> host = line.size() <= MOST_LETTERS ? host(byBase, i) : null;
            if (host == null) {
                kept.add(line);
            } else {
                host.addAll(line);
                host.sort(Comparator.comparingDouble(Spot::from));
            }
        }
        return kept;
    }

    private static @org.jspecify.annotations.Nullable List<Spot> host(List<List<Spot>> lines, int at) {
        List<Spot> script = lines.get(at);
        double base = script.getFirst().base();
        double reach = 3 * script.getFirst().size();
        List<Spot> best = null;
        double bestDistance = NEAR;
        for (int step : new int[] {-1, 1}) {
            for (int i = at + step; i >= 0 && i < lines.size(); i += step) {
                List<Spot> line = lines.get(i);
                if (Math.abs(line.getFirst().base() - base) > reach) {
                    break;
                }
                double distance = distance(line, script);
                if (distance < bestDistance) {
                    best = line;
                    bestDistance = distance;
                }
            }
        }
        return best;
    }

    /** Between a script and the letter that it would stand at, in heights of the letter; endless where it cannot. */
    private static double distance(List<Spot> line, List<Spot> script) {
        double from = script.getFirst().from();
        double to = script.stream().mapToDouble(Spot::to).max().orElse(from);
        double least = Double.POSITIVE_INFINITY;
        for (Spot letter : line) {
            double size = letter.size();
            double raised = letter.base() - script.getFirst().base();
            if (letter.blank()
                    || script.getFirst().size() > SMALLER * size
                    || raised > RAISED * size
                    || raised < -LOWERED * size) {
                continue;
            }
            double gap = Math.max(from - letter.to(), letter.from() - to) / size;
            if (gap > -0.5) {
                least = Math.min(least, Math.max(0, gap));
            }
        }
        return least;
    }
}
