package dev.pagewright.chat.passage;

import dev.pagewright.document.Cell;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.stream.Collectors;

/** Rows without figures head the rows that are set further in below them, or all of them where none is. */
final class RowGroups {

    private static final double INDENT = 2;

    private record Group(String label, double indent) {}

    private final Deque<Group> open = new ArrayDeque<>();

    private String first;

    /** @param first label of the rows before the first that heads others */
    RowGroups(String first) {
        this.first = first;
    }

    /** @param heads whether the row has no field beside its label */
    String of(Cell label, boolean heads) {
        double indent = indent(label);
        while (!open.isEmpty() && (heads ? open.peek().indent >= indent : open.peek().indent > indent + INDENT)) {
            open.pop();
        }
        if (heads) {
            first = "";
        }
        String path = open.reversed().stream().map(Group::label).collect(Collectors.joining(" › "));
        if (heads) {
            open.push(new Group(TableRows.text(label), indent));
        }
        return path.isEmpty() ? first : path;
    }

    /** In points, roughly: where the cell begins, and blanks before its text. */
    private static double indent(Cell label) {
        String text = label.text();
        int blanks = 0;
        while (blanks < text.length() && Folded.blank(text.charAt(blanks))) {
            blanks++;
        }
        return label.box().left() + blanks * INDENT;
    }
}
