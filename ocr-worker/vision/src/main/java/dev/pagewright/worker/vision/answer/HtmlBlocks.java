package dev.pagewright.worker.vision.answer;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeTraversor;

/**
 * Reads HTML that a model wrote, as Qwen-VL writes whole pages of it: headings, lists, tables, pictures and the text of
 * everything else, in order; nothing of it is ever run or passed on. Not thread-safe.
 */
final class HtmlBlocks {

    private static final int DEPTH = 64;
    private static final String OF_ITEMS = "ul, ol";
    /** What holds blocks rather than text of its own. */
    private static final Set<String> CONTAINERS = Set.of(
            "html", "body", "div", "section", "article", "main", "header", "footer", "figure", "aside", "nav",
            "center");

    private final List<Draft> drafts = new ArrayList<>();
    private final StringBuilder open = new StringBuilder();

    private HtmlBlocks() {}

    /** The drafts of a stretch of HTML, in its order. */
    static List<Draft> read(String html) {
        Document document = Jsoup.parse(html, "", Parser.htmlParser().setMaxDepth(DEPTH));
        document.select("script, style, iframe, object, embed, noscript, template, svg, form, head")
                .remove();
        var blocks = new HtmlBlocks();
        blocks.children(document.body(), 0);
        blocks.close();
        return blocks.drafts;
    }

    private void children(Element parent, int depth) {
        for (Node node : parent.childNodes()) {
            switch (node) {
                case TextNode words -> open.append(words.getWholeText().replaceAll("\\s+", " "));
                case Element element
                when !element.isBlock() && element.select("img, table").isEmpty() ->
                    open.append("br".equals(element.normalName()) ? "\n" : text(element));
                case Element element -> {
                    close();
                    block(element, depth);
                }
                default -> {} // comments
            }
        }
    }

    private void block(Element element, int depth) {
        String name = element.normalName();
        if (name.matches("h[1-6]")) {
            add(new Draft.Heading(name.charAt(1) - '0', text(element)));
        } else if (name.equals("table")) {
            caption(element);
            grid(element);
        } else if (name.equals("img")) {
            add(new Draft.Figure(element.attr("alt").strip()));
        } else if (element.is(OF_ITEMS)) {
            items(element, depth);
        } else if (name.equals("figcaption")) {
            add(new Draft.Caption(text(element)));
        } else if (CONTAINERS.contains(name) || !element.select("img, table").isEmpty()) {
            children(element, depth);
            close();
        } else {
            add(new Draft.Paragraph(text(element)));
        }
    }

    private void items(Element list, int depth) {
        boolean ordered = "ol".equals(list.normalName());
        int number = ordered && list.attr("start").matches("\\d{1,6}") ? Integer.parseInt(list.attr("start")) : 1;
        for (Element item : list.select("> li")) {
            Element own = item.clone();
            own.select(OF_ITEMS).remove();
            add(new Draft.Item(depth, ordered ? number + "." : "•", ordered, text(own)));
            number++;
            for (Element inner : item.select("> ul, > ol")) {
                items(inner, depth + 1);
            }
        }
    }

    private void caption(Element table) {
        for (Element caption : table.select("> caption")) {
            add(new Draft.Caption(text(caption)));
        }
    }

    /** A table in a cell is that cell's text. */
    private void grid(Element table) {
        var builder = new GridBuilder();
        for (Element row : table.select("> tr, > thead > tr, > tbody > tr, > tfoot > tr")) {
            builder.row();
            boolean head = row.parent() != null && "thead".equals(row.parent().normalName());
            for (Element cell : row.select("> td, > th")) {
                builder.cell(
                        text(cell),
                        span(cell, "rowspan"),
                        span(cell, "colspan"),
                        head || "th".equals(cell.normalName()));
            }
        }
        builder.build().ifPresent(drafts::add);
    }

    private void close() {
        add(new Draft.Paragraph(folded(open.toString())));
        open.setLength(0);
    }

    private void add(Draft draft) {
        if (draft.pieces().stream().anyMatch(piece -> !piece.isBlank())) {
            drafts.add(draft);
        }
    }

    private static int span(Element cell, String attribute) {
        String value = cell.attr(attribute).strip();
        return value.matches("[1-9]\\d{0,3}") ? Integer.parseInt(value) : 1;
    }

    /** Text with a line for each line break and block. */
    private static String text(Element element) {
        var text = new StringBuilder();
        NodeTraversor.traverse(
                (Node node, int depth) -> {
                    if (node instanceof TextNode words) {
                        text.append(words.getWholeText().replaceAll("\\s+", " "));
                    } else if (node instanceof Element inner && (inner.isBlock() || "br".equals(inner.normalName()))) {
                        text.append('\n');
                    }
                },
                element);
        return element.isBlock() ? folded(text.toString()) : text.toString();
    }

    private static String folded(String text) {
        return text.replaceAll(" *\n[ \n]*", "\n").strip();
    }
}
