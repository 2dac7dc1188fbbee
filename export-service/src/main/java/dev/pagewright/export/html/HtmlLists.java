package dev.pagewright.export.html;

import dev.pagewright.document.Block;
import dev.pagewright.document.text.CleanText;
import dev.pagewright.export.markup.MarkupWriter;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;

/** List items, one after another, as nested lists. Not thread-safe. */
final class HtmlLists {

    private record Level(int depth, boolean ordered) {
        String element() {
            return ordered ? "ol" : "ul";
        }
    }

    private final MarkupWriter html;
    private final Deque<Level> levels = new ArrayDeque<>();

    HtmlLists(MarkupWriter html) {
        this.html = html;
    }

    void item(Block.ListItem item) throws IOException {
        while (!levels.isEmpty() && levels.peek().depth() > item.depth()) {
            closeLevel();
        }
        Level top = levels.peek();
        if (top != null && top.depth() == item.depth() && top.ordered() != item.ordered()) {
            closeLevel();
            top = levels.peek();
        }
        if (top != null && top.depth() == item.depth()) {
            html.close("li");
        } else {
            levels.push(new Level(item.depth(), item.ordered()));
            html.open(levels.peek().element());
        }
        open(item);
    }

    void end() throws IOException {
        while (!levels.isEmpty()) {
            closeLevel();
        }
    }

    private void open(Block.ListItem item) throws IOException {
        String marker = CleanText.oneLine(item.marker());
        String number = marker.replaceFirst("[.)]$", "");
        if (!item.ordered()) {
            html.open("li", "dir", "auto");
        } else if (number.matches("[0-9]{1,9}")) {
            html.open("li", "dir", "auto", "value", Integer.toString(Integer.parseInt(number)));
        } else if (marker.matches("[\\p{L}\\p{N}().]{1,12}")) {
            html.open("li", "dir", "auto", "style", "list-style-type:\"" + marker + " \"");
        } else {
            html.open("li", "dir", "auto");
        }
        html.text(CleanText.of(item.text()).strip());
    }

    private void closeLevel() throws IOException {
        html.close("li").close(levels.pop().element()).line();
    }
}
