package dev.pagewright.export.docx;

import dev.pagewright.document.Block;
import dev.pagewright.document.Page;
import dev.pagewright.document.text.CleanText;
import dev.pagewright.document.text.PlainText;
import dev.pagewright.export.markup.MarkupWriter;
import java.io.IOException;

/** The blocks of one page as paragraphs and tables. Not thread-safe. */
final class DocxPage {

    private final MarkupWriter word;
    private final Paragraphs paragraphs;
    private final Numbering numbering;
    private final Page page;

    DocxPage(MarkupWriter word, Paragraphs paragraphs, Numbering numbering, Page page) {
        this.word = word;
        this.paragraphs = paragraphs;
        this.numbering = numbering;
        this.page = page;
    }

    void write() throws IOException {
        numbering.endLists();
        for (Block block : page.blocks()) {
            if (block instanceof Block.ListItem || !PlainText.block(page, block).isBlank()) {
                if (!(block instanceof Block.ListItem)) {
                    numbering.endLists();
                }
                block(block);
            }
        }
    }

    private void block(Block block) throws IOException {
        String text = PlainText.block(page, block);
        switch (block) {
            case Block.Heading heading -> paragraphs.paragraph("Heading" + heading.level(), text);
            case Block.Paragraph ignored -> paragraphs.paragraph("Normal", text);
            case Block.Figure ignored -> paragraphs.paragraph("Normal", text);
            case Block.Formula ignored -> paragraphs.paragraph("Formula", text);
            case Block.Caption ignored -> paragraphs.paragraph("Caption", text);
            case Block.Code ignored -> paragraphs.paragraph("Code", text);
            case Block.Footnote ignored -> paragraphs.paragraph("FootnoteText", text);
            case Block.ListItem item ->
                paragraphs.item(
                        numbering.list(item),
                        Math.min(item.depth(), Numbering.LEVELS - 1),
                        CleanText.of(item.text()).strip());
            case Block.TableBlock place -> {
                paragraphs.settleBreak();
                new DocxTable(word, paragraphs, page.tables().get(place.table())).write();
            }
            case Block.PageFurniture ignored -> {} // repeats from page to page
        }
    }
}
