package dev.pagewright.export.docx;

import dev.pagewright.document.Block;
import dev.pagewright.document.Page;
import dev.pagewright.document.text.CleanText;
import dev.pagewright.document.text.LinkSpans;
import dev.pagewright.document.text.PlainText;
import java.io.IOException;

/** The blocks of one page as paragraphs, tables and pictures. Not thread-safe. */
final class DocxPage {

    private final Paragraphs paragraphs;
    private final Numbering numbering;
    private final Footnotes notes;
    private final Figures figures;
    private final StreamedBody.Sink body;

    DocxPage(Paragraphs paragraphs, Numbering numbering, Footnotes notes, Figures figures, StreamedBody.Sink body) {
        this.paragraphs = paragraphs;
        this.numbering = numbering;
        this.notes = notes;
        this.figures = figures;
        this.body = body;
    }

    void write(Page page, PageSize size) throws IOException {
        numbering.endLists();
        notes.begin(page);
        for (Block block : page.blocks()) {
            if (!(block instanceof Block.ListItem)) {
                numbering.endLists();
            }
            if (block instanceof Block.Figure figure) {
                Object picture = figures.picture(page, figure, size);
                if (picture != null) {
                    paragraphs.holding(picture);
                }
            }
            if (block instanceof Block.ListItem || !PlainText.block(page, block).isBlank()) {
                block(page, block);
            }
        }
    }

    private void block(Page page, Block block) throws IOException {
        switch (block) {
            case Block.Heading heading -> text("Heading" + heading.level(), page, block);
            case Block.Paragraph ignored -> text("Normal", page, block);
            case Block.Figure ignored -> text("Normal", page, block);
            case Block.Formula ignored -> text("Formula", page, block);
            case Block.Caption ignored -> text("Caption", page, block);
            case Block.Code ignored -> text("Code", page, block);
            case Block.Footnote note -> {
                if (!notes.placed(note)) {
                    text("FootnoteText", page, block);
                }
            }
            case Block.ListItem item -> {
                String text = CleanText.of(item.text()).strip();
                paragraphs.item(numbering.of(item), passage(text, page, item));
            }
            case Block.TableBlock place -> {
                paragraphs.settleBreak();
                new DocxTable(paragraphs, page.tables().get(place.table())).write(body);
            }
            case Block.PageFurniture ignored -> {} // repeats from page to page
        }
    }

    private void text(String style, Page page, Block block) throws IOException {
        paragraphs.add(style, passage(PlainText.block(page, block), page, block));
    }

    private Passage passage(String text, Page page, Block block) {
        Passage linked = Passage.of(text, LinkSpans.words(block.lines()), page.links());
        return block instanceof Block.Footnote ? linked : notes.marked(linked, page, paragraphs);
    }
}
