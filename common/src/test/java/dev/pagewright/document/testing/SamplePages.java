package dev.pagewright.document.testing;

import dev.pagewright.document.Block;
import dev.pagewright.document.BoundingBox;
import dev.pagewright.document.Cell;
import dev.pagewright.document.Content;
import dev.pagewright.document.Page;
import dev.pagewright.document.PageResult;
import dev.pagewright.document.Translation;
import dev.pagewright.error.PageErrorCode;
import java.util.List;

/** Pages that between them have every kind of block and what has broken renderings before. */
public final class SamplePages {

    private SamplePages() {}

    /** Every kind of block once or more. */
    public static Page article(int index) {
        return new PageBuilder(index)
                .block(
                        "Annual Report",
                        content -> new Block.PageFurniture(content, Block.PageFurniture.Kind.PAGE_HEADER))
                .heading(1, "1. Results of the year")
                .paragraph("Revenue grew by 12% to $4,210 million; see our report for details.")
                .link("https://example.org/report?a=1&b=2", "our", "report")
                .item(0, "•", false, "Northern region")
                .item(1, "1.", true, "Norway")
                .item(1, "2.", true, "Sweden")
                .item(0, "•", false, "Southern region")
                .item(0, "(a)", true, "as restated")
                .table(3, 3, revenueCells())
                .block("Table 1: Revenue by region", Block.Caption::new)
                .block("", Block.Figure::new)
                .block("E = mc²", content -> new Block.Formula(content, "E = mc^2"))
                .block("if (a < b) {\n    return `a`;\n}", Block.Code::new)
                .block("Restated for 2023.", content -> new Block.Footnote(content, "1"))
                .block("17", content -> new Block.PageFurniture(content, Block.PageFurniture.Kind.PAGE_NUMBER))
                .build();
    }

    /** Two header rows, a cell over two columns and one over two rows. */
    private static List<Cell> revenueCells() {
        return List.of(
                cell(0, 0, 2, 1, true, "Region"),
                cell(0, 1, 1, 2, true, "Year"),
                cell(1, 1, 1, 1, true, "2023"),
                cell(1, 2, 1, 1, true, "2024"),
                cell(2, 0, 1, 1, false, "North | East"),
                cell(2, 1, 1, 1, false, "1,200"),
                cell(2, 2, 1, 1, false, "1,344"));
    }

    private static Cell cell(int row, int column, int rows, int columns, boolean header, String text) {
        double x = 72 + column * 156;
        double y = 300 + row * 14;
        var box = new BoundingBox(x, y, x + columns * 156, y + rows * 14);
        return new Cell(row, column, rows, columns, header, text, box);
    }

    public static Page blank(int index) {
        return new PageBuilder(index).build();
    }

    /** A page of running text: a paragraph each. */
    public static Page text(int index, String... paragraphs) {
        var page = new PageBuilder(index);
        for (String paragraph : paragraphs) {
            page.paragraph(paragraph);
        }
        return page.build();
    }

    public static Page arabic(int index) {
        return new PageBuilder(index)
                .language("ar")
                .heading(1, "تقرير سنوي")
                .paragraph("ارتفعت الإيرادات بنسبة ١٢٪ خلال العام.")
                .build();
    }

    /** One block with its translation, one whose translation failed its check. */
    public static Page translated(int index) {
        Page page = text(index, "Guten Tag.", "Zahl 42.");
        Block first = page.blocks().get(0);
        Block second = page.blocks().get(1);
        return page.with(
                List.of(
                        first.with(translated(first.content(), new Translation("Good day.", null))),
                        second.with(translated(second.content(), new Translation(null, "numbers_differ")))),
                List.of());
    }

    private static Content translated(Content content, Translation translation) {
        return new Content(content.text(), content.box(), content.confidence(), content.lines(), false, translation);
    }

    public static PageResult failed(int index) {
        return new PageResult.Failed(index, index + 1, PageErrorCode.PAGE_TIMEOUT, "The page took too long.");
    }
}
