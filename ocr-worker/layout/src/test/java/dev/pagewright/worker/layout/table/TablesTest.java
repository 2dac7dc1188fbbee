package dev.pagewright.worker.layout.table;

import static dev.pagewright.worker.layout.TypesetPage.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pagewright.document.Block;
import dev.pagewright.document.BoundingBox;
import dev.pagewright.document.Cell;
import dev.pagewright.document.Table;
import dev.pagewright.document.TextStyle;
import dev.pagewright.worker.layout.LayoutAnalysis;
import dev.pagewright.worker.layout.TypesetPage;
import dev.pagewright.worker.page.Layout;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables of set pages, with exact expectations: row, column and spans before the text of each cell. */
class TablesTest {

    private static final TextStyle BOLD = new TextStyle(10, true, false, false);

    @Test
    void drawnCellsWithEverySpan() {
        // A spans two rows, B two columns, F both
        var page = new TypesetPage()
                .rule(100, 100, 400, 100)
                .rule(200, 120, 400, 120)
                .rule(100, 140, 400, 140)
                .rule(100, 160, 200, 160)
                .rule(100, 180, 400, 180)
                .rule(100, 100, 100, 180)
                .rule(200, 100, 200, 180)
                .rule(300, 120, 300, 140)
                .rule(400, 100, 400, 180)
                .line(110, 124, 10, "A")
                .line(290, 114, 10, "B")
                .line(240, 134, 10, "C")
                .line(340, 134, 10, "D")
                .line(140, 154, 10, "E")
                .line(290, 164, 10, "F")
                .line(140, 174, 10, "G");

        assertThat(cells(onlyTable(page)))
                .containsExactly(
                        "0,0 2x1 A", "0,1 1x2 B", "1,1 1x1 C", "1,2 1x1 D", "2,0 1x1 E", "2,1 2x2 F", "3,0 1x1 G");
    }

    @Test
    void aLineOfDashesIsOneRule() {
        var page = new TypesetPage();
        dashes(page, 100);
        dashes(page, 119);
        dashes(page, 160);
        page.line(100, 114, 10, "Item")
                .line(260, 114, 10, "Price")
                .line(340, 114, 10, "Amount")
                .line(100, 134, 10, "Lamp")
                .line(260, 134, 10, "7.70")
                .line(340, 134, 10, "15.40")
                .line(100, 154, 10, "Chair")
                .line(260, 154, 10, "1.20")
                .line(340, 154, 10, "2.40");

        assertThat(grid(onlyTable(page))).containsExactly("Item|Price|Amount", "Lamp|7.70|15.40", "Chair|1.20|2.40");
    }

    @Test
    void rulesBeneathTheAmountsOfABillDoNotPartThemFromWhatTheyAreFor() {
        var page = new TypesetPage()
                .line(100, 98, 10, "Goods and services")
                .spread(110, 10, at(100, 300, 360), "Total of all supplies:", "15", "57")
                .rule(295, 116, 400, 116)
                .spread(130, 10, at(100, 300, 360), "Total before tax:", "7", "20")
                .rule(295, 136, 400, 136)
                .spread(150, 10, at(100, 300, 360), "Total payable:", "23", "20")
                .rule(295, 156, 400, 156);

        String text = String.join(
                " ",
                LayoutAnalysis.analyse(page.content()).blocks().stream()
                        .map(Block::text)
                        .toList());

        assertThat(text.replaceAll("\\s+", " "))
                .contains("Total of all supplies: 15 57", "Total before tax: 7 20", "Total payable: 23 20");
    }

    @Test
    void linesOfADrawnCellStayOneCell() {
        var page = grid(100, 100, 2, 2, 150, 40)
                .line(110, 114, 10, "The first line")
                .line(110, 126, 10, "and the second")
                .line(260, 114, 10, "beside it")
                .line(110, 154, 10, "below")
                .line(260, 154, 10, "last");

        assertThat(cells(onlyTable(page)))
                .containsExactly(
                        "0,0 1x1 The first line⏎and the second", "0,1 1x1 beside it", "1,0 1x1 below", "1,1 1x1 last");
    }

    @Test
    void aGridWithoutOuterRulesIsClosedWhereItsRulesEnd() {
        var page = new TypesetPage()
                .rule(200, 100, 200, 160)
                .rule(300, 100, 300, 160)
                .rule(100, 120, 400, 120)
                .rule(100, 140, 400, 140);
        fill(page, 110, 114, 100, 20, 3, 3);

        Table table = onlyTable(page);

        assertThat(table.rows()).isEqualTo(3);
        assertThat(table.columns()).isEqualTo(3);
        assertThat(table.cells()).hasSize(9);
    }

    @Test
    void recordsBetweenUprightRulesAreRows() {
        var page = new TypesetPage()
                .rule(100, 100, 400, 100)
                .rule(100, 120, 400, 120)
                .rule(100, 180, 400, 180)
                .rule(100, 100, 100, 180)
                .rule(250, 100, 250, 180)
                .rule(400, 100, 400, 180)
                .line(110, 114, 10, "Town")
                .line(260, 114, 10, "People");
        String[][] records = {{"Aarau", "21,500"}, {"Basel", "173,000"}, {"Chur", "38,300"}};
        for (int i = 0; i < 3; i++) {
            page.line(110, 136 + 16 * i, 10, records[i][0]).line(260, 136 + 16 * i, 10, records[i][1]);
        }

        assertThat(grid(onlyTable(page)))
                .containsExactly("Town|People", "Aarau|21,500", "Basel|173,000", "Chur|38,300");
    }

    @Test
    void rulesAboveAndBelowOfAPapersTable() {
        var page = new TypesetPage()
                .rule(100, 100, 420, 100)
                .spread(114, 10, at(100, 220, 340), "Model", "Words", "Score")
                .rule(100, 120, 420, 120)
                .spread(134, 10, at(100, 220, 340), "Small one", "1200", "0.71")
                .spread(148, 10, at(100, 220, 340), "Large one", "93000", "0.84")
                .rule(100, 154, 420, 154);

        Table table = onlyTable(page);

        assertThat(grid(table)).containsExactly("Model|Words|Score", "Small one|1200|0.71", "Large one|93000|0.84");
        assertThat(table.cells()).allMatch(cell -> cell.header() == (cell.row() == 0));
    }

    @Test
    void headingsOverSeveralColumnsSpanThem() {
        var page = new TypesetPage()
                .rule(100, 100, 500, 100)
                .line(235, 114, 10, "First")
                .line(415, 114, 10, "Other")
                .rule(200, 118, 300, 118)
                .rule(380, 118, 480, 118)
                .spread(130, 10, at(100, 200, 280, 380, 460), "Name", "Min", "Max", "Min", "Max")
                .rule(100, 136, 500, 136)
                .spread(150, 10, at(100, 200, 280, 380, 460), "alpha", "1.0", "2.0", "3.0", "4.0")
                .spread(164, 10, at(100, 200, 280, 380, 460), "beta", "1.5", "2.5", "3.5", "4.5")
                .spread(178, 10, at(100, 200, 280, 380, 460), "gamma", "1.7", "2.7", "3.7", "4.7")
                .rule(100, 184, 500, 184);

        assertThat(cells(onlyTable(page)))
                .startsWith("0,0 2x1 Name", "0,1 1x2 First", "0,3 1x2 Other", "1,1 1x1 Min", "1,2 1x1 Max");
    }

    @Test
    void columnsOfNumbersNeedNoRules() {
        var page = new TypesetPage().line(72, 80, 10, "Some words come before the table and they are not of it.");
        String[] names = {"North", "South west", "East", "Central", "Islands"};
        for (int i = 0; i < names.length; i++) {
            page.spread(110 + 14 * i, 10, at(72, 200, 300, 400), names[i], "1" + i + ".5", "2" + i, "3" + i + "%");
        }

        assertThat(grid(onlyTable(page)))
                .containsExactly(
                        "North|10.5|20|30%",
                        "South west|11.5|21|31%", "East|12.5|22|32%", "Central|13.5|23|33%", "Islands|14.5|24|34%");
    }

    @Test
    void aLabelThatGoesOnBelowIsOneCell() {
        var page = new TypesetPage();
        String[] names = {"North", "South west", "East", "Central", "Islands"};
        double y = 110;
        for (int i = 0; i < names.length; i++) {
            page.spread(y, 10, at(72, 300, 400), names[i], "1" + i + ".5", "2" + i);
            y += 14;
            if (i == 2) {
                page.line(72, y, 10, "and what lies beyond");
                y += 14;
            }
        }

        assertThat(grid(onlyTable(page))).contains("East⏎and what lies beyond|12.5|22");
    }

    @Test
    void severalTablesOfAPageStayApart() {
        TypesetPage page = grid(100, 100, 2, 2, 100, 20);
        fill(page, 110, 114, 100, 20, 2, 2);
        for (int i = 0; i <= 2; i++) {
            page.rule(100, 300 + 20 * i, 300, 300 + 20 * i).rule(100 + 100 * i, 300, 100 + 100 * i, 340);
        }
        fill(page, 110, 314, 100, 20, 2, 2);
        page.line(72, 220, 10, "A sentence stands between the two tables.");

        Layout layout = LayoutAnalysis.analyse(page.content());

        assertThat(layout.tables()).hasSize(2);
        assertThat(layout.blocks())
                .hasExactlyElementsOfTypes(Block.TableBlock.class, Block.Paragraph.class, Block.TableBlock.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {90, 180, 270})
    void aTableOnATurnedPageIsTheSame(int angle) {
        TypesetPage page = grid(100, 100, 3, 2, 80, 20);
        fill(page, 110, 114, 80, 20, 3, 2);

        Layout turned = LayoutAnalysis.analyse(
                page.mapped(angle == 180 ? 612 : 792, angle == 180 ? 792 : 612, 1, angle, box -> switch (angle) {
                    case 90 -> new BoundingBox(792 - box.bottom(), box.left(), 792 - box.top(), box.right());
                    case 180 ->
                        new BoundingBox(612 - box.right(), 792 - box.bottom(), 612 - box.left(), 792 - box.top());
                    default -> new BoundingBox(box.top(), 612 - box.right(), box.bottom(), 612 - box.left());
                }));

        assertThat(grid(turned.tables().getFirst())).isEqualTo(grid(onlyTable(page)));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void theOrderOfLinesAndRulesDoesNotMatter(long seed) {
        TypesetPage page = grid(100, 100, 3, 4, 80, 20);
        fill(page, 110, 114, 80, 20, 3, 4);

        Layout layout = LayoutAnalysis.analyse(page.shuffled(seed));

        assertThat(layout).isEqualTo(LayoutAnalysis.analyse(page.content()));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.2, 4.1666})
    void scaleDoesNotMatter(double scale) {
        var page = new TypesetPage();
        for (int i = 0; i < 6; i++) {
            page.spread(110 + 14 * i, 10, at(72, 200, 300), "name" + i, "1" + i, "2" + i);
        }

        Layout layout =
                LayoutAnalysis.analyse(page.mapped(612 * scale, 792 * scale, scale, 0, box -> box.scale(scale)));

        assertThat(grid(layout.tables().getFirst())).isEqualTo(grid(onlyTable(page)));
    }

    @Test
    void proseInColumnsIsNoTable() {
        String text = "It was late in the year and the days were short when the last of the boats came in with"
                + " what the men had caught beyond the islands and nobody spoke of the one that was missing";
        var page = new TypesetPage()
                .paragraph(72, 290, 100, 10, text + " " + text)
                .paragraph(320, 540, 100, 10, text + " again " + text);

        assertThat(LayoutAnalysis.analyse(page.content()).tables()).isEmpty();
    }

    @Test
    void listsAreNoTables() {
        var page = new TypesetPage();
        for (int i = 1; i <= 6; i++) {
            page.spread(100 + 14 * i, 10, at(72, 100), i + ".", "An item of some words");
            page.spread(300 + 14 * i, 10, at(72, 100), "•", "Another item " + i);
        }

        assertThat(LayoutAnalysis.analyse(page.content()).tables()).isEmpty();
    }

    @Test
    void tablesOfContentsAreNoTables() {
        var page = new TypesetPage();
        for (int i = 1; i <= 8; i++) {
            page.spread(100 + 14 * i, 10, at(72, 520), "Chapter of some name . . . . . . . . . . . .", "" + i * 7);
        }

        assertThat(LayoutAnalysis.analyse(page.content()).tables()).isEmpty();
    }

    @Test
    void formsAreNoTables() {
        var page = new TypesetPage();
        String[] labels = {"Name:", "Street:", "Town:", "Country:", "Telephone:"};
        for (int i = 0; i < labels.length; i++) {
            page.spread(100 + 20 * i, 10, at(72, 200), labels[i], "something " + i);
        }

        assertThat(LayoutAnalysis.analyse(page.content()).tables()).isEmpty();
    }

    @Test
    void aFrameAroundTextIsNoTable() {
        var page = grid(60, 80, 1, 1, 480, 120)
                .line(72, 100, BOLD, "A box")
                .paragraph(
                        72,
                        520,
                        120,
                        10,
                        "Text that stands in a frame of its own, as sidebars have it, is read as text.");

        assertThat(LayoutAnalysis.analyse(page.content()).tables()).isEmpty();
    }

    private static TypesetPage grid(double left, double top, int columns, int rows, double width, double height) {
        var page = new TypesetPage();
        for (int row = 0; row <= rows; row++) {
            page.rule(left, top + row * height, left + columns * width, top + row * height);
        }
        for (int column = 0; column <= columns; column++) {
            page.rule(left + column * width, top, left + column * width, top + rows * height);
        }
        return page;
    }

    /** From 95 to 400 in pieces of uneven length, as a picture shows a dashed line; the last is the longest. */
    private static void dashes(TypesetPage page, double y) {
        page.rule(95, y, 120, y).rule(127, y, 180, y).rule(186, y, 240, y).rule(248, y, 400, y);
    }

    private static void fill(
            TypesetPage page, double left, double baseline, double width, double height, int columns, int rows) {
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                page.line(left + column * width, baseline + row * height, 10, "r" + row + "c" + column);
            }
        }
    }

    private static Table onlyTable(TypesetPage page) {
        List<Table> tables = LayoutAnalysis.analyse(page.content()).tables();
        assertThat(tables).hasSize(1);
        return tables.getFirst();
    }

    private static List<String> cells(Table table) {
        return table.cells().stream()
                .filter(cell -> !cell.text().isEmpty())
                .sorted(Comparator.comparingInt(Cell::row).thenComparingInt(Cell::column))
                .map(cell -> "%d,%d %dx%d %s"
                        .formatted(
                                cell.row(),
                                cell.column(),
                                cell.rowSpan(),
                                cell.columnSpan(),
                                cell.text().replace('\n', '⏎')))
                .toList();
    }

    private static List<String> grid(Table table) {
        String[][] grid = new String[table.rows()][table.columns()];
        for (String[] row : grid) {
            java.util.Arrays.fill(row, "");
        }
        table.cells()
                .forEach(cell -> grid[cell.row()][cell.column()] = cell.text().replace('\n', '⏎'));
        return java.util.Arrays.stream(grid).map(row -> String.join("|", row)).toList();
    }
}
