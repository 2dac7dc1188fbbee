package dev.pagewright.worker.layout.table;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Joins columns that are none: signs of currency stand left of their numbers, marks of notes and units right of them. */
final class MarkColumns {

    private static final Pattern BEFORE = Pattern.compile("[\\p{Sc}(]{1,3}|[A-Z]{0,2}\\$|[<>≤≥±~]");
    private static final Pattern AFTER =
            Pattern.compile("[%)]{1,2}|\\*{1,4}|[†‡§¶]{1,2}|\\([a-z0-9]{1,2}\\)|[a-e]|[.,]");

    private MarkColumns() {}

    static Columns joined(Columns columns, List<TextRow> rows) {
        List<List<String>> texts = new ArrayList<>();
        for (int i = 0; i < columns.count(); i++) {
            texts.add(new ArrayList<>());
        }
        for (TextRow row : rows) {
            for (Segment segment : row.segments()) {
                texts.get(columns.at(segment.box().centerX())).add(segment.text());
            }
        }
        List<Integer> dropped = new ArrayList<>();
        for (int i = 0; i < columns.count(); i++) {
            if (i + 1 < columns.count() && mostly(texts.get(i), BEFORE)) {
                dropped.add(i);
            } else if (i > 0 && mostly(texts.get(i), AFTER)) {
                dropped.add(i - 1);
            }
        }
        return columns.without(dropped);
    }

    private static boolean mostly(List<String> texts, Pattern mark) {
        long marks = texts.stream().filter(text -> mark.matcher(text).matches()).count();
        return marks > 0 && marks >= 0.7 * texts.size();
    }
}
