package dev.pagewright.export.docx;

import static dev.pagewright.export.docx.Wml.MAKE;
import static dev.pagewright.export.docx.Wml.whole;

import dev.pagewright.document.Cell;
import dev.pagewright.document.Table;
import dev.pagewright.document.text.CleanText;
import dev.pagewright.document.text.PlainText;
import dev.pagewright.document.text.TableGrid;
import java.io.IOException;
import java.util.List;
import org.docx4j.wml.CTTblPrBase;
import org.docx4j.wml.Tbl;
import org.docx4j.wml.TblGrid;
import org.docx4j.wml.TblGridCol;
import org.docx4j.wml.TblPr;
import org.docx4j.wml.TblWidth;
import org.docx4j.wml.Tc;
import org.docx4j.wml.TcPr;
import org.docx4j.wml.TcPrInner;
import org.docx4j.wml.Tr;
import org.docx4j.wml.TrPr;
import org.jspecify.annotations.Nullable;

/** A table with merged cells and header rows that repeat. Not thread-safe. */
final class DocxTable {

    /** Word opens no table with more columns. */
    private static final int MAX_COLUMNS = 63;

    private static final int WIDTH = 9_000;

    private final Paragraphs paragraphs;
    private final Table table;

    DocxTable(Paragraphs paragraphs, Table table) {
        this.paragraphs = paragraphs;
        this.table = table;
    }

    void write(StreamedBody.Sink body) throws IOException {
        List<List<@Nullable Cell>> rows = TableGrid.of(table);
        if (table.columns() > MAX_COLUMNS || rows.size() < table.rows() || rows.isEmpty()) {
            for (String line : PlainText.table(table).split("\n", -1)) {
                paragraphs.add("Normal", Passage.of(line));
            }
            return;
        }
        Tbl made = MAKE.createTbl();
        made.setTblPr(properties());
        made.setTblGrid(grid());
        boolean header = true;
        for (int row = 0; row < rows.size(); row++) {
            header = header && allHeaders(rows.get(row));
            made.getContent().add(row(rows.get(row), row, header));
        }
        body.add(made);
        paragraphs.add("Normal", Passage.of("")); // two tables without one between would be one
    }

    private static TblPr properties() {
        TblPr properties = MAKE.createTblPr();
        CTTblPrBase.TblStyle style = MAKE.createCTTblPrBaseTblStyle();
        style.setVal("TableGrid");
        properties.setTblStyle(style);
        properties.setTblW(width("auto", 0));
        return properties;
    }

    private TblGrid grid() {
        TblGrid grid = MAKE.createTblGrid();
        for (int column = 0; column < table.columns(); column++) {
            TblGridCol made = MAKE.createTblGridCol();
            made.setW(whole(WIDTH / table.columns()));
            grid.getGridCol().add(made);
        }
        return grid;
    }

    private static TblWidth width(String type, int width) {
        TblWidth made = MAKE.createTblWidth();
        made.setType(type);
        made.setW(whole(width));
        return made;
    }

    private static boolean allHeaders(List<@Nullable Cell> fields) {
        boolean any = false;
        for (Cell cell : fields) {
            if (cell != null && !cell.header()) {
                return false;
            }
            any = any || cell != null;
        }
        return any;
    }

    private Tr row(List<@Nullable Cell> fields, int row, boolean header) {
        Tr made = MAKE.createTr();
        if (header) {
            TrPr properties = MAKE.createTrPr();
            properties.getCnfStyleOrDivIdOrGridBefore().add(MAKE.createCTTrPrBaseTblHeader(Wml.on()));
            made.setTrPr(properties);
        }
        for (int column = 0; column < fields.size(); ) {
            Cell cell = fields.get(column);
            made.getContent().add(cell(cell, row));
            column += cell == null ? 1 : cell.columnSpan();
        }
        return made;
    }

    private Tc cell(@Nullable Cell cell, int row) {
        int columns = cell == null ? 1 : cell.columnSpan();
        TcPr properties = MAKE.createTcPr();
        properties.setTcW(width("dxa", WIDTH / table.columns() * columns));
        if (columns > 1) {
            TcPrInner.GridSpan span = MAKE.createTcPrInnerGridSpan();
            span.setVal(whole(columns));
            properties.setGridSpan(span);
        }
        if (cell != null && cell.rowSpan() > 1) {
            TcPrInner.VMerge merge = MAKE.createTcPrInnerVMerge();
            merge.setVal(cell.row() == row ? "restart" : "continue");
            properties.setVMerge(merge);
        }
        Tc made = MAKE.createTc();
        made.setTcPr(properties);
        made.getContent()
                .add(
                        cell == null || cell.row() != row
                                ? paragraphs.within("TableText", Passage.of(""))
                                : paragraphs.within(
                                        cell.header() ? "TableHeader" : "TableText",
                                        Passage.of(CleanText.lines(cell.text()))));
        return made;
    }
}
