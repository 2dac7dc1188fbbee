package dev.pagewright.document.text;

import dev.pagewright.document.Cell;
import dev.pagewright.document.Line;
import dev.pagewright.document.Link;
import dev.pagewright.document.Table;
import dev.pagewright.document.Word;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A table as a GFM table, which knows neither spans nor several header rows: a cell's text stands in every field it
 * covers (one that spans a whole row stands once), the header rows at the top are joined by column. A table without a
 * header shows its first row in that place, since GFM has none without.
 */
final class MarkdownTable {

    private final List<List<@Nullable Cell>> rows;
    private final List<Word> words;
    private final List<Link> links;

    /** @param lines of the table's block; its words find the links of the cells */
    MarkdownTable(Table table, List<Line> lines, List<Link> links) {
        this.rows = TableGrid.of(table);
        this.words = links.isEmpty() ? List.of() : LinkSpans.words(lines).toList();
        this.links = links;
    }

    /** @return lines without a newline at the end; empty where the table has no field */
    String render() {
        int columns = rows.stream().mapToInt(List::size).max().orElse(0);
        if (columns == 0) {
            return "";
        }
        int head = Math.max(1, headerRows());
        List<String> lines = new ArrayList<>();
        lines.add(line(header(head, columns)));
        lines.add("|" + " --- |".repeat(columns));
        for (int row = head; row < rows.size(); row++) {
            lines.add(line(fields(row, columns)));
        }
        return String.join("\n", lines);
    }

    private int headerRows() {
        int count = 0;
        while (count < rows.size() && header(rows.get(count))) {
            count++;
        }
        return count;
    }

    private static boolean header(List<@Nullable Cell> row) {
        List<@Nullable Cell> cells = row.stream().filter(Objects::nonNull).toList();
        return !cells.isEmpty() && cells.stream().allMatch(cell -> cell != null && cell.header());
    }

    private List<String> header(int head, int columns) {
        List<String> joined = new ArrayList<>(columns);
        for (int column = 0; column < columns; column++) {
            Set<Cell> cells = new LinkedHashSet<>();
            for (int row = 0; row < head; row++) {
                List<@Nullable Cell> fields = rows.get(row);
                Cell cell = column < fields.size() ? fields.get(column) : null;
                if (cell != null && (head > 1 || shown(cell, row, column, columns))) {
                    cells.add(cell);
                }
            }
            joined.add(String.join(
                    " ",
                    cells.stream()
                            .map(this::text)
                            .filter(text -> !text.isEmpty())
                            .toList()));
        }
        return joined;
    }

    private List<String> fields(int row, int columns) {
        List<String> texts = new ArrayList<>(columns);
        List<@Nullable Cell> fields = rows.get(row);
        for (int column = 0; column < columns; column++) {
            Cell cell = column < fields.size() ? fields.get(column) : null;
            texts.add(cell != null && shown(cell, row, column, columns) ? text(cell) : "");
        }
        return texts;
    }

    private static boolean shown(Cell cell, int row, int column, int columns) {
        return cell.columnSpan() < columns || columns == 1 || TableGrid.begins(cell, row, column);
    }

    private String text(Cell cell) {
        Stream<Word> inside = words.stream()
                .filter(word -> cell.box().overlap(word.box()) > word.box().area() / 2);
        return MarkdownText.inline(cell.text(), inside, links);
    }

    private static String line(List<String> fields) {
        return "| " + String.join(" | ", fields) + " |";
    }
}
