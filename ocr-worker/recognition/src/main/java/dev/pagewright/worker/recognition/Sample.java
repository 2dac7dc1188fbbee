package dev.pagewright.worker.recognition;

import dev.pagewright.document.Line;
import dev.pagewright.document.Word;
import dev.pagewright.worker.recognition.picture.Letters;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Chooses the part of a sheet that tells most for the least time: about three lines where its letters are densest.
 */
final class Sample {

    /** Heights of a letter: three lines with their leading. */
    private static final double HIGH = 8;

    private static final double WIDE = 50;

    /** Heights of a line that a piece of it is long at most. */
    private static final double LINE = 12;

    /** Share of a line's height that is left around it, for marks above and below. */
    private static final double RIM = 0.2;

    /** A sheet that is no more than so many times as large as a sample is one itself. */
    private static final double SMALL = 1.5;

    private Sample() {}

    /** Of all letters. */
    static Area of(Pose pose) {
        return densest(pose, new PlacedBoxes(List.of())).orElse(Area.of(pose.sheet()));
    }

    /** Of the letters that stand in none of the lines. */
    static Optional<Area> beside(Pose pose, List<Line> lines) {
        return densest(
                pose,
                new PlacedBoxes(lines.stream()
                        .flatMap(line -> line.words().stream())
                        .map(Word::box)
                        .toList()));
    }

    /**
     * A piece of the line that holds most letters among those that are not strong; empty where no line was found.
     *
     * @param lines whatever was read of them: where lines stand is seen alike in every script
     */
    static Optional<Area> line(Pose pose, Area within, List<Line> lines) {
        Area sheet = Area.of(pose.sheet());
        return lines.stream()
                .map(Line::box)
                .filter(box -> within.holds(box.centerX(), box.centerY()))
                .filter(box -> box.height() >= pose.preparation().letterHeight() / 2)
                .max(Comparator.comparingDouble(box -> Math.min(LINE, box.width() / box.height())))
                .map(box -> {
                    double rim = RIM * box.height();
                    int left = (int) Math.max(0, box.left() - rim);
                    int top = (int) Math.max(0, box.top() - rim);
                    double right =
                            Math.min(sheet.width(), box.left() + Math.min(box.width(), LINE * box.height()) + rim);
                    double bottom = Math.min(sheet.height(), box.bottom() + rim);
                    return new Area(left, top, (int) right - left, (int) bottom - top);
                });
    }

    private static Optional<Area> densest(Pose pose, PlacedBoxes without) {
        Preparation preparation = pose.preparation();
        Letters letters = preparation.letters();
        Area sheet = Area.of(pose.sheet());
        double height = Math.max(8, preparation.letterHeight());
        int cellWidth = (int) Math.ceil(WIDE * height / 2);
        int cellHeight = (int) Math.ceil(HIGH * height / 2);
        int columns = sheet.width() / cellWidth + 2;
        int rows = sheet.height() / cellHeight + 2;
        int[] counts = new int[columns * rows];
        int found = 0;
        for (int i = 0; i < letters.places().length; i += 2) {
            double x = (letters.places()[i] + 0.5) * preparation.reduction();
            double y = (letters.places()[i + 1] + 0.5) * preparation.reduction();
            if (!without.hold(x, y)) {
                counts[(int) y / cellHeight * columns + (int) x / cellWidth]++;
                found++;
            }
        }
        if (found == 0) {
            return Optional.empty();
        }
        boolean flat = sheet.height() <= SMALL * 2 * cellHeight;
        boolean narrow = sheet.width() <= SMALL * 2 * cellWidth;
        int best = 0;
        int most = -1;
        for (int row = 0; row + 1 < rows; row++) {
            for (int column = 0; column + 1 < columns; column++) {
                int at = row * columns + column;
                int count = counts[at] + counts[at + 1] + counts[at + columns] + counts[at + columns + 1];
                if (count > most) {
                    most = count;
                    best = at;
                }
            }
        }
        int left = narrow ? 0 : best % columns * cellWidth;
        int top = flat ? 0 : best / columns * cellHeight;
        int width = narrow ? sheet.width() : Math.min(2 * cellWidth, sheet.width() - left);
        int high = flat ? sheet.height() : Math.min(2 * cellHeight, sheet.height() - top);
        return Optional.of(drawnIn(new Area(left, top, width, high), pose, without));
    }

    /** To the letters that count: what stands beside them may be in another script. */
    private static Area drawnIn(Area area, Pose pose, PlacedBoxes without) {
        Preparation preparation = pose.preparation();
        int[] places = preparation.letters().places();
        double left = area.left() + area.width();
        double right = area.left();
        double top = area.top() + area.height();
        double bottom = area.top();
        for (int i = 0; i < places.length; i += 2) {
            double x = (places[i] + 0.5) * preparation.reduction();
            double y = (places[i + 1] + 0.5) * preparation.reduction();
            if (area.holds(x, y) && !without.hold(x, y)) {
                left = Math.min(left, x);
                right = Math.max(right, x);
                top = Math.min(top, y);
                bottom = Math.max(bottom, y);
            }
        }
        double rim = 1.5 * Math.max(8, preparation.letterHeight());
        return left > right ? area : area.within(left - rim, top - rim, right + rim, bottom + rim);
    }
}
