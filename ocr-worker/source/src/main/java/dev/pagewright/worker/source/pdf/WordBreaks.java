package dev.pagewright.worker.source.pdf;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Parts a line into words: at blanks that are there and at gaps that are as wide as one. Letter-spaced lines measure
 * their gaps by their own usual one.
 */
final class WordBreaks {

    /** In heights of the type. */
    private static final double GAP = 0.1;

    private static final double BLANK_GAP = 0.03;
    private static final double TRACKED = 0.05;
    private static final int ENOUGH_GAPS = 6;

    private WordBreaks() {}

    /** @param line from left to right, blanks included; @return words without blanks, from left to right */
    static List<List<Spot>> words(List<Spot> line) {
        double tracking = tracking(line);
        List<List<Spot>> words = new ArrayList<>();
        List<Spot> word = new ArrayList<>();
        boolean blank = false;
        double end = 0;
        for (Spot spot : line) {
            if (spot.blank()) {
                blank = true;
                continue;
            }
            double size = word.isEmpty()
                    ? spot.size()
                    : Math.max(spot.size(), word.getLast().size());
            double gap = (spot.from() - end) / size - tracking;
            if (!word.isEmpty() && gap > (blank ? BLANK_GAP : GAP)) {
                words.add(word);
                word = new ArrayList<>();
                end = spot.to();
            }
            word.add(spot);
            end = word.size() == 1 ? spot.to() : Math.max(end, spot.to());
            blank = false;
        }
        if (!word.isEmpty()) {
            words.add(word);
        }
        return words;
    }

    /** The usual gap between letters, in heights of the type; 0 where they stand as the font wants. */
    private static double tracking(List<Spot> line) {
        double[] gaps = new double[line.size()];
        int count = 0;
        Spot last = null;
        for (Spot spot : line) {
            if (last != null && !last.blank() && !spot.blank()) {
                gaps[count++] = (spot.from() - last.to()) / spot.size();
            }
            last = spot;
        }
        if (count < ENOUGH_GAPS) {
            return 0;
        }
        Arrays.sort(gaps, 0, count);
        double usual = gaps[count / 3]; // in a line of short words the gaps between them are many
        return usual > TRACKED ? usual : 0;
    }
}
