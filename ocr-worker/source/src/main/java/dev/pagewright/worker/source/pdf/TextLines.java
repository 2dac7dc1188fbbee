package dev.pagewright.worker.source.pdf;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Finds the lines among the glyphs of a page, by where they stand; the order in which the file shows them says nothing
 * certain. A line ends at a gap that no justified text has.
 */
final class TextLines {

    /** Gaps beyond are between columns or cells, in heights of the type. */
    private static final double COLUMN_GAP = 1.7;

    /** Baselines nearer than this are one, in heights of the type. */
    private static final double SAME_BASELINE = 0.2;

    private TextLines() {}

    /** @param covered whether something is painted over a glyph */
    static List<TextLine> of(List<Glyph> glyphs, boolean invisible, Predicate<Glyph> covered) {
        Map<Integer, List<Glyph>> byAngle = new TreeMap<>();
        for (Glyph glyph : glyphs) {
            if (glyph.ground().invisible() == invisible) {
                byAngle.computeIfAbsent(glyph.angle() + (glyph.vertical() ? 360 : 0), angle -> new ArrayList<>())
                        .add(glyph);
            }
        }
        List<TextLine> lines = new ArrayList<>();
        byAngle.forEach((angle, written) -> {
            Frame frame = Frame.of(angle % 360);
            List<Spot> spots = new ArrayList<>(written.size());
            written.forEach(glyph -> spots.add(Spot.of(glyph, frame)));
            for (List<Spot> line : lines(Overprints.joined(spots))) {
                TextLine made = TextLine.of(line, frame, angle % 360, covered);
                if (made != null) {
                    lines.add(made);
                }
            }
        });
        return lines;
    }

    private static List<List<Spot>> lines(List<Spot> spots) {
        List<Spot> sorted = new ArrayList<>(spots);
        sorted.sort(Comparator.comparingDouble(Spot::base).thenComparingDouble(Spot::from));
        List<List<Spot>> lines = new ArrayList<>();
        List<Spot> row = new ArrayList<>();
        for (Spot spot : sorted) {
            if (!row.isEmpty() && !sameBaseline(row, spot)) {
                split(row, lines);
                row = new ArrayList<>();
            }
            row.add(spot);
        }
        split(row, lines);
        return Scripted.attached(lines);
    }

    private static boolean sameBaseline(List<Spot> row, Spot spot) {
        Spot last = row.getLast();
        double slack = SAME_BASELINE * Math.min(spot.size(), last.size());
        return spot.base() - last.base() <= slack / 2
                && spot.base() - row.getFirst().base() <= slack;
    }

    private static void split(List<Spot> row, List<List<Spot>> lines) {
        row.sort(Comparator.comparingDouble(Spot::from));
        List<Spot> line = new ArrayList<>();
        double end = Double.NEGATIVE_INFINITY;
        double size = 0;
        for (Spot spot : row) {
            if (spot.blank()) { // blanks are looked for again, where they matter
                if (!line.isEmpty()) {
                    line.add(spot);
                }
                continue;
            }
            if (!line.isEmpty() && spot.from() - end > COLUMN_GAP * Math.max(size, spot.size())) {
                lines.add(line);
                line = new ArrayList<>();
                end = Double.NEGATIVE_INFINITY;
            }
            line.add(spot);
            end = Math.max(end, spot.to());
            size = spot.size();
        }
        if (!line.isEmpty()) {
            lines.add(line);
        }
    }
}
