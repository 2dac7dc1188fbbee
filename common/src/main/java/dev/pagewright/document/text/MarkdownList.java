package dev.pagewright.document.text;

import dev.pagewright.document.Block;
import dev.pagewright.document.Link;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A run of list items as a tight, nested list. A marker that Markdown cannot count by ({@code (a)}, {@code iv.}) stays
 * as text of a bullet.
 */
final class MarkdownList {

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}[.)]");

    private final List<Link> links;
    private final StringBuilder out = new StringBuilder();
    /** Column at which the text of each open item begins, the innermost last. */
    private final Deque<Integer> columns = new ArrayDeque<>();

    MarkdownList(List<Link> links) {
        this.links = links;
    }

    String render(List<Block.ListItem> items) {
        items.forEach(this::item);
        return out.toString();
    }

    private void item(Block.ListItem item) {
        while (columns.size() > Math.max(0, item.depth())) {
            columns.removeLast();
        }
        int column = columns.isEmpty() ? 0 : columns.getLast();
        String marker = CleanText.oneLine(item.marker());
        boolean counts = item.ordered() && NUMBER.matcher(marker).matches();
        String bullet = (counts ? marker : "-") + " ";
        String text = item.ordered() && !counts ? marker + " " + item.text() : item.text();
        columns.addLast(column + bullet.length());
        String shown =
                MarkdownText.block(text, LinkSpans.words(item.lines()), links, " ".repeat(column + bullet.length()));
        out.append(out.isEmpty() ? "" : "\n")
                .append(" ".repeat(column))
                .append(shown.isEmpty() ? bullet.strip() : bullet + shown);
    }
}
