package dev.pagewright.worker.layout.table;

import dev.pagewright.worker.page.Ruling;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * Finds the tables of an upright page: those whose cells are drawn, then those between horizontal rules, then those that
 * only the alignment of their text shows. About n log n; the order of words and rules does not matter. Thread-safe.
 */
public final class TableFinder {

    private static final double RULED = 0.85;
    private static final double UNRULED = 0.7;

    private final RuledLines rules;
    private final double size;

    private TableFinder(RuledLines rules, double size) {
        this.rules = rules;
        this.size = size;
    }

    /**
     * @param tokens words of the page
     * @return tables from top to bottom; no word is in two
     */
    public static List<FoundTable> find(List<Token> tokens, List<Ruling> rulings) {
        if (tokens.size() < 4) {
            return List.of();
        }
        double size = RowFinder.typicalSize(tokens);
        return new TableFinder(RuledLines.of(rulings, size), size).find(tokens);
    }

    private List<FoundTable> find(List<Token> tokens) {
        List<FoundTable> tables = new ArrayList<>(new LatticeTables(rules, size).find(tokens));
        List<Token> rest = without(tokens, tables);
        List<TextRow> rows = RowFinder.rows(rest);
        Set<Segment> prose = Prose.of(rows);
        var headers = new HeaderAbove(rows, rules.horizontal(), prose, size);
        for (List<TextRow> found : new RuledRegions(rules.horizontal(), rows, prose, size).find()) {
            List<TextRow> region = headers.extend(found);
            var builder = new GridBuilder(region, rules.horizontal(), size);
            Columns columns = builder.columns();
            if (TableCheck.ruled(region, columns, size)) {
                add(builder.build(columns, RULED), tables);
            }
        }
        rest = without(rest, tables);
        rows = RowFinder.rows(rest);
        prose = Prose.of(rows);
        headers = new HeaderAbove(rows, rules.horizontal(), prose, size);
        for (List<TextRow> found : new StreamRegions(rows, prose, size).find()) {
            List<TextRow> region = headers.extend(found);
            var builder = new GridBuilder(region, rules.horizontal(), size);
            Columns columns = builder.columns();
            if (TableCheck.unruled(region, columns, rules.horizontal(), size)) {
                add(builder.build(columns, UNRULED), tables);
            }
        }
        tables.sort(Comparator.comparingDouble((FoundTable table) -> table.box().top())
                .thenComparingDouble(table -> table.box().left()));
        return tables;
    }

    /** Of tables that lie over each other the larger stays. */
    private static void add(FoundTable table, List<FoundTable> tables) {
        List<FoundTable> rivals = tables.stream()
                .filter(other -> other.box().overlap(table.box()) > 0)
                .toList();
        if (rivals.stream()
                .allMatch(other -> other.confidence() <= RULED
                        && other.box().area() < table.box().area())) {
            tables.removeAll(rivals);
            tables.add(table);
        }
    }

    private static List<Token> without(List<Token> tokens, List<FoundTable> tables) {
        return tokens.stream()
                .filter(token -> tables.stream().noneMatch(table -> table.covers(token)))
                .toList();
    }
}
