package dev.pagewright.worker.vision.answer;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeTraversor;

/** Reads HTML that a model wrote: tables, and the text of everything else; nothing of it is ever run or passed on. */
final class HtmlTables {

    private static final int DEPTH = 64;

    private HtmlTables() {}

    /** The drafts of a stretch of HTML: each table as a grid, text around them as paragraphs. */
    static List<Draft> read(String html) {
        Document document = Jsoup.parse(html, "", Parser.htmlParser().setMaxDepth(DEPTH));
        document.select("script, style, iframe, object, embed, noscript, template, svg, form, head")
                .remove();
        List<Draft> drafts = new ArrayList<>();
        for (Element table : document.select("table")) {
            if (table.parents().is("table")) {
                continue; // a table in a cell is that cell's text
            }
            caption(table, drafts);
            grid(table, drafts);
            table.remove();
        }
        String rest = text(document.body());
        if (!rest.isBlank()) {
            drafts.addFirst(new Draft.Paragraph(rest));
        }
        return drafts;
    }

    private static void caption(Element table, List<Draft> drafts) {
        for (Element caption : table.select("> caption")) {
            String text = text(caption);
            if (!text.isBlank()) {
                drafts.add(new Draft.Caption(text));
            }
        }
    }

    private static void grid(Element table, List<Draft> drafts) {
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
        return text.toString().replaceAll(" *\n[ \n]*", "\n").strip();
    }
}
