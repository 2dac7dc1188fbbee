package dev.pagewright.worker.layout;

import dev.pagewright.document.Block;
import dev.pagewright.document.Line;
import java.util.ArrayList;
import java.util.List;

/** The layout of a page whose lines all read horizontally. */
final class UprightLayout {

    private final PageContent content;
    private final PageMeasure measure;
    private final BlockMaker blocks;

    UprightLayout(PageContent content) {
        this.content = content;
        this.measure = PageMeasure.of(content.lines());
        this.blocks = new BlockMaker(measure);
    }

    Layout find() {
        List<Atom> atoms = new ArrayList<>();
        for (Line line : content.lines()) {
            atoms.addAll(RunSplitter.split(line));
        }
        List<Block> found = new ArrayList<>();
        for (List<Atom> region : ColumnCutter.regions(atoms, measure.rightToLeft())) {
            List<Atom.Run> runs = region.stream()
                    .filter(Atom.Run.class::isInstance)
                    .map(Atom.Run.class::cast)
                    .toList();
            for (List<Row> paragraph : Paragraphs.of(Rows.of(runs, measure.rightToLeft()), measure.rightToLeft())) {
                found.add(blocks.block(paragraph));
            }
        }
        return new Layout(found, List.of());
    }
}
