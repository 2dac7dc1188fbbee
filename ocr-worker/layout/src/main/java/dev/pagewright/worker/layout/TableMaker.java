package dev.pagewright.worker.layout;

import dev.pagewright.document.Cell;
import dev.pagewright.document.Line;
import dev.pagewright.document.Table;
import dev.pagewright.document.Word;
import dev.pagewright.worker.layout.table.FoundTable;
import dev.pagewright.worker.layout.table.TableFinder;
import dev.pagewright.worker.layout.table.Token;
import dev.pagewright.worker.page.PageContent;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/** Finds the tables of a page and takes their words out of its lines. */
final class TableMaker {

    /** A table with its lines by cell. */
    record Made(Table table, List<Line> lines) {}

    private final boolean rightToLeft;
    private final List<Made> tables = new ArrayList<>();
    private final Set<Word> taken = Collections.newSetFromMap(new IdentityHashMap<>());

    private TableMaker(boolean rightToLeft) {
        this.rightToLeft = rightToLeft;
    }

    /** Of a page whose tables could not be found: none. */
    static TableMaker none(boolean rightToLeft) {
        return new TableMaker(rightToLeft);
    }

    TableMaker(PageContent content, boolean rightToLeft, double bodySize) {
        this(rightToLeft);
        List<Token> tokens = new ArrayList<>();
        for (Line line : content.lines()) {
            double size = TypeSize.of(line);
            line.words().forEach(word -> tokens.add(new Token(word, line, size)));
        }
        TableFinder.find(tokens, TextStrokes.without(content.rulings(), content.lines(), bodySize))
                .forEach(found -> tables.add(made(found)));
    }

    List<Made> tables() {
        return tables;
    }

    /** The line's runs without the words that tables took. */
    List<Atom.Run> rest(Line line) {
        List<Word> left =
                line.words().stream().filter(word -> !taken.contains(word)).toList();
        if (left.isEmpty()) {
            return List.of();
        }
        if (left.size() == line.words().size()) {
            return RunSplitter.split(line);
        }
        return RunSplitter.split(LineJoin.line(List.of(RunSplitter.run(line, left, TypeSize.of(line)))));
    }

    private Made made(FoundTable found) {
        List<Line> lines = new ArrayList<>();
        List<Cell> cells = new ArrayList<>();
        List<FoundTable.FoundCell> ordered = new ArrayList<>(found.cells());
        ordered.sort(Comparator.comparingInt(FoundTable.FoundCell::row).thenComparingInt(FoundTable.FoundCell::column));
        for (FoundTable.FoundCell cell : ordered) {
            List<Line> inside = lines(cell.tokens());
            lines.addAll(inside);
            cells.add(new Cell(
                    cell.row(),
                    cell.column(),
                    cell.rowSpan(),
                    cell.columnSpan(),
                    cell.header(),
                    String.join("\n", inside.stream().map(Line::text).toList()),
                    cell.box()));
        }
        Table table = new Table(found.box(), found.rows(), found.columns(), found.confidence(), cells, false);
        return new Made(table, lines);
    }

    private List<Line> lines(List<Token> tokens) {
        var byLine = new IdentityHashMap<Line, List<Word>>();
        List<Line> sources = new ArrayList<>();
        for (Token token : tokens) {
            taken.add(token.word());
            byLine.computeIfAbsent(token.line(), line -> {
                        sources.add(line);
                        return new ArrayList<>();
                    })
                    .add(token.word());
        }
        List<Atom.Run> runs = new ArrayList<>();
        for (Line source : sources) {
            Set<Word> wanted = Collections.newSetFromMap(new IdentityHashMap<>());
            wanted.addAll(byLine.getOrDefault(source, List.of()));
            List<Word> words = source.words().stream().filter(wanted::contains).toList();
            runs.add(RunSplitter.run(source, words, TypeSize.of(source)));
        }
        return Rows.of(runs, rightToLeft).stream().map(Row::line).toList();
    }
}
