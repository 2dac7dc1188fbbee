package dev.pagewright.chat.passage;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A piece of one page that follows its structure.
 *
 * @param ordinal reading order within the job, 0-based
 * @param page 0-based, within the job
 * @param number 1-based, as people count: what a citation names
 * @param block index into the page's blocks
 * @param context headings above, a list's or a table's introduction, column headers; not part of the text
 * @param text verbatim text of the page as {@code PlainText} renders it, white space folded
 * @param lines where the text stands, in reading order
 * @param row the fields where the passage is a row of a table, else null
 */
public record Passage(
        int ordinal,
        int page,
        int number,
        int block,
        Kind kind,
        String context,
        String text,
        List<PlacedText> lines,
        @Nullable TableRow row) {

    /** What the passage is of. */
    public enum Kind {
        HEADING,
        TEXT,
        ITEM,
        ROW
    }

    public Passage {
        lines = List.copyOf(lines);
    }

    /** Text with everything that tells what it is about. */
    public String whole() {
        return context.isEmpty() ? text : context + " " + text;
    }

    /** The headings above, highest first, then what introduces the passage. */
    public List<String> above() {
        return context.isEmpty() ? List.of() : List.of(context.split(" › ", -1));
    }

    /** The column headers that the row stands under; empty where it is none. */
    public String columns() {
        return row == null
                ? ""
                : row.fields().stream().map(TableRow.Field::header).distinct().collect(Collectors.joining(" "));
    }
}
