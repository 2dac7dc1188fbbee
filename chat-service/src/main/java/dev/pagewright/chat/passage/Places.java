package dev.pagewright.chat.passage;

import dev.pagewright.document.BoundingBox;
import java.util.ArrayList;
import java.util.List;

/** Finds the lines that a piece of text stands in: by letters and digits alone, since joining lines changes the rest. */
public final class Places {

    private Places() {}

    /** @return the lines that the piece touches, in order; all of them where it cannot be found */
    public static List<PlacedText> lines(List<PlacedText> lines, String piece) {
        var letters = new StringBuilder();
        List<Integer> ends = new ArrayList<>(lines.size());
        for (PlacedText line : lines) {
            letters.append(Folded.letters(line.text()));
            ends.add(letters.length());
        }
        String wanted = Folded.letters(piece);
        int from = wanted.isEmpty() ? -1 : letters.indexOf(wanted);
        if (from < 0) {
            return lines;
        }
        int to = from + wanted.length();
        List<PlacedText> touched = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < lines.size(); i++) {
            if (start < to && ends.get(i) > from) {
                touched.add(lines.get(i));
            }
            start = ends.get(i);
        }
        return touched;
    }

    public static List<BoundingBox> boxes(List<PlacedText> lines, String piece) {
        return lines(lines, piece).stream().map(PlacedText::box).distinct().toList();
    }
}
