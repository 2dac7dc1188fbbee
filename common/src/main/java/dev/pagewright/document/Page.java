package dev.pagewright.document;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * A page that was read. All coordinates are of the upright page: PDF and EXIF rotation and detected quarter turns
 * applied, skew and perspective not; origin top-left.
 *
 * @param index 0-based, within the job
 * @param number 1-based, within the uploaded file
 * @param rotation degrees clockwise (0, 90, 180, 270) by which the original was turned to become upright
 * @param toOriginal from upright coordinates to the original's space
 * @param blocks in reading order
 * @param debug what each step measured and what the page cost; names in snake_case, times in milliseconds
 */
public record Page(
        int index,
        int number,
        double width,
        double height,
        Unit unit,
        int rotation,
        PageTransform toOriginal,
        Reading reading,
        List<Block> blocks,
        List<Table> tables,
        List<Link> links,
        Map<String, Double> debug) {

    public Page {
        blocks = List.copyOf(blocks);
        tables = List.copyOf(tables);
        links = List.copyOf(links);
        debug = Map.copyOf(debug);
        for (Block block : blocks) {
            if (block instanceof Block.TableBlock place && place.table() >= tables.size()) {
                throw new IllegalArgumentException(
                        "block names table %d of %d".formatted(place.table(), tables.size()));
            }
        }
    }

    /** The same page with other structure, as the document pass settles it. */
    public Page with(List<Block> otherBlocks, List<Table> otherTables) {
        return new Page(
                index,
                number,
                width,
                height,
                unit,
                rotation,
                toOriginal,
                reading,
                otherBlocks,
                otherTables,
                links,
                debug);
    }

    /** The same page, told to have been read otherwise. */
    public Page with(Reading otherReading) {
        return new Page(
                index, number, width, height, unit, rotation, toOriginal, otherReading, blocks, tables, links, debug);
    }

    /** Mean over the words (over the lines where an engine gives no words); empty on a page without text. */
    public OptionalDouble meanConfidence() {
        return blocks.stream()
                .flatMap(block -> block.lines().stream())
                .flatMapToDouble(line -> line.words().isEmpty()
                        ? java.util.stream.DoubleStream.of(line.confidence())
                        : line.words().stream().mapToDouble(Word::confidence))
                .average();
    }
}
