package dev.pagewright.chat.passage;

import dev.pagewright.document.BoundingBox;
import java.util.List;

/**
 * A row of a table.
 *
 * @param table index of its table within the page; -1 where the page's layout shows a row but no table
 * @param group label of the rows that it belongs to; empty where there is none
 * @param label what the row is about: its first field
 * @param fields the others, in order, without empty ones
 */
public record TableRow(int table, String group, String label, List<Field> fields) {

    /**
     * @param header column headers from top to bottom, joined by blanks; empty where there are none
     * @param text verbatim, white space folded
     */
    public record Field(String header, String text, BoundingBox box) {}

    public TableRow {
        fields = List.copyOf(fields);
    }

    /** Whether its label says something; a row of years says nothing. */
    public boolean labelled() {
        return label.chars().anyMatch(Character::isLetter);
    }
}
