package dev.pagewright.export.html;

import dev.pagewright.document.Block;
import dev.pagewright.document.Page;
import dev.pagewright.document.text.CleanText;
import dev.pagewright.document.text.PlainText;
import dev.pagewright.export.markup.MarkupWriter;
import java.io.IOException;

/** The blocks of one page as elements. Not thread-safe. */
final class HtmlPage {

    private final MarkupWriter html;
    private final Page page;
    private final HtmlLists lists;

    HtmlPage(MarkupWriter html, Page page) {
        this.html = html;
        this.page = page;
        this.lists = new HtmlLists(html);
    }

    void write() throws IOException {
        for (Block block : page.blocks()) {
            if (block instanceof Block.ListItem item) {
                lists.item(item);
            } else if (!PlainText.block(page, block).isBlank()) {
                lists.end();
                block(block);
                html.line();
            }
        }
        lists.end();
    }

    private void block(Block block) throws IOException {
        switch (block) {
            case Block.Heading heading -> element("h" + heading.level(), block, "heading");
            case Block.Paragraph ignored -> element("p", block, "paragraph");
            case Block.Caption ignored -> element("p", block, "caption");
            case Block.Formula ignored -> element("p", block, "formula");
            case Block.Figure ignored -> {
                html.open("figure");
                element("p", block, "figure");
                html.close("figure");
            }
            case Block.Code code ->
                html.open("pre")
                        .element("code", CleanText.of(code.text()).stripTrailing())
                        .close("pre");
            case Block.Footnote footnote -> {
                html.open("p", "class", "footnote", "dir", "auto");
                if (!footnote.marker().isBlank()) {
                    html.element("sup", footnote.marker()).text(" ");
                }
                html.text(CleanText.of(footnote.text()).strip()).close("p");
            }
            case Block.TableBlock place -> HtmlTable.write(html, page.tables().get(place.table()));
            case Block.ListItem item -> lists.item(item);
            case Block.PageFurniture ignored -> {} // repeats from page to page
        }
    }

    /** Each text decides its own direction, and keeps it to itself. */
    private void element(String name, Block block, String kind) throws IOException {
        html.element(name, PlainText.block(page, block), "class", kind, "dir", "auto");
    }
}
