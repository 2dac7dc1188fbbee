package dev.pagewright.document.text;

import dev.pagewright.document.Block;
import dev.pagewright.document.Cell;
import dev.pagewright.document.Page;
import dev.pagewright.document.PageResult;
import dev.pagewright.document.Table;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The text of a page without mark-up: NFC, logical order, blocks separated by a blank line, list items and table rows
 * by a newline, cells by a tab; headers, footers and page numbers left out. Chat quotes it, so it is the text that a
 * snippet is verbatim of. Thread-safe.
 */
public final class PlainText {

    private PlainText() {}

    public static String of(Page page) {
        var text = new StringBuilder();
        Block last = null;
        for (Block block : page.blocks()) {
            String piece = block(page, block);
            if (piece.isBlank()) {
                continue;
            }
            if (last != null) {
                text.append(last instanceof Block.ListItem && block instanceof Block.ListItem ? "\n" : "\n\n");
            }
            text.append(piece);
            last = block;
        }
        return text.toString();
    }

    /** The text of one block of the page as it stands in {@link #of(Page)}; empty for what is left out. */
    public static String block(Page page, Block block) {
        return switch (block) {
            case Block.PageFurniture ignored -> "";
            case Block.ListItem item -> marked(item.marker(), item.text());
            case Block.Footnote footnote -> marked(footnote.marker(), footnote.text());
            case Block.TableBlock place -> table(page.tables().get(place.table()));
            case Block.Formula formula ->
                CleanText.of(formula.text().isBlank() ? formula.latex() : formula.text())
                        .strip();
            case Block.Code code -> CleanText.of(code.text()).stripTrailing();
            case Block.Heading ignored -> CleanText.of(block.text()).strip();
            case Block.Paragraph ignored -> CleanText.of(block.text()).strip();
            case Block.Figure ignored -> CleanText.of(block.text()).strip();
            case Block.Caption ignored -> CleanText.of(block.text()).strip();
        };
    }

    /** The text of a table as it stands in {@link #of(Page)}: a line a row, a tab between fields. */
    public static String table(Table table) {
        var text = new StringBuilder();
        List<List<@Nullable Cell>> rows = TableGrid.of(table);
        for (int row = 0; row < rows.size(); row++) {
            String line = row(rows.get(row), row);
            if (!line.isBlank()) {
                text.append(text.isEmpty() ? "" : "\n").append(line);
            }
        }
        return text.toString();
    }

    /** Pages separated by a form feed, as the {@code txt} download shows them; a note where one could not be read. */
    public static void document(Iterator<PageResult> pages, Appendable out) throws IOException {
        for (boolean first = true; pages.hasNext(); first = false) {
            if (!first) {
                out.append('\f');
            }
            switch (pages.next()) {
                case PageResult.Read read -> out.append(of(read.page())).append('\n');
                case PageResult.Failed failed ->
                    out.append('[').append(Notes.unread(failed)).append("]\n");
            }
        }
    }

    private static String row(List<@Nullable Cell> fields, int row) {
        var line = new StringBuilder();
        for (int column = 0; column < fields.size(); column++) {
            Cell cell = fields.get(column);
            line.append(column == 0 ? "" : "\t");
            if (cell != null && TableGrid.begins(cell, row, column)) {
                line.append(CleanText.oneLine(cell.text()));
            }
        }
        return line.toString().stripTrailing();
    }

    private static String marked(String marker, String text) {
        return (CleanText.oneLine(marker) + " " + CleanText.of(text).strip()).strip();
    }
}
