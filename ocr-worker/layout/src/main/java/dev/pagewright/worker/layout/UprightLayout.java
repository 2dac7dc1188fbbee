package dev.pagewright.worker.layout;

import dev.pagewright.document.Block;
import dev.pagewright.document.Content;
import dev.pagewright.document.Line;
import dev.pagewright.document.PageStep;
import dev.pagewright.document.Table;
import dev.pagewright.document.text.PlainText;
import dev.pagewright.worker.attempt.Attempts;
import dev.pagewright.worker.page.Layout;
import dev.pagewright.worker.page.PageContent;
import java.util.ArrayList;
import java.util.List;

/** The layout of a page whose lines all read horizontally. */
final class UprightLayout {

    private final PageContent content;
    private final PageMeasure measure;
    private final BlockMaker blocks;
    private final Attempts attempts;

    UprightLayout(PageContent content, Attempts attempts) {
        this.content = content;
        this.measure = PageMeasure.of(content.lines());
        this.blocks = new BlockMaker(measure);
        this.attempts = attempts;
    }

    Layout find() {
        TableMaker tables = attempts.at(
                PageStep.TABLES,
                () -> new TableMaker(content, measure.rightToLeft(), measure.bodySize()),
                () -> TableMaker.none(measure.rightToLeft()));
        List<Atom.Run> runs = new ArrayList<>();
        for (Line line : content.lines()) {
            runs.addAll(tables.rest(line));
        }
        PageEdges edges = PageEdges.of(runs, content.height(), measure);
        List<Atom> atoms =
                new ArrayList<>(runs.stream().filter(run -> !edges.holds(run)).toList());
        for (int i = 0; i < tables.tables().size(); i++) {
            atoms.add(new Atom.Placed(tables.tables().get(i).table().box(), Atom.Placed.Kind.TABLE, i));
        }
        List<Block> found = new ArrayList<>(edges.top());
        List<Table> kept = new ArrayList<>();
        for (List<Atom> region : ColumnCutter.regions(atoms, measure.rightToLeft())) {
            List<Atom.Run> open = new ArrayList<>();
            for (Atom atom : region) {
                switch (atom) {
                    case Atom.Run run -> open.add(run);
                    case Atom.Placed placed -> {
                        text(open, found);
                        open = new ArrayList<>();
                        TableMaker.Made made = tables.tables().get(placed.index());
                        found.add(table(made, kept.size()));
                        kept.add(made.table());
                    }
                }
            }
            text(open, found);
        }
        found.addAll(edges.bottom());
        return new Layout(found, kept);
    }

    private void text(List<Atom.Run> runs, List<Block> found) {
        for (List<Row> paragraph : Paragraphs.of(Rows.of(runs, measure.rightToLeft()), measure.rightToLeft())) {
            found.add(blocks.block(paragraph));
        }
    }

    private static Block table(TableMaker.Made made, int index) {
        Content content = BlockMaker.content(PlainText.table(made.table()), made.lines());
        return new Block.TableBlock(
                new Content(content.text(), made.table().box(), content.confidence(), content.lines()), index);
    }
}
