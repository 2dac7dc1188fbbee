package dev.pagewright.worker.page;

import dev.pagewright.document.BoundingBox;
import dev.pagewright.document.Line;
import java.util.List;

/**
 * What is known of a page before its structure is: the same for text-layer and image pages.
 *
 * @param lines as the engine gave them, in no order that matters; a line may span what turns out to be several
 *     columns or cells, its words tell
 * @param rulings vector lines of the PDF, or lines found in the image
 * @param pictures places of raster pictures
 */
public record PageContent(
        double width, double height, List<Line> lines, List<Ruling> rulings, List<BoundingBox> pictures) {

    public PageContent {
        lines = List.copyOf(lines);
        rulings = List.copyOf(rulings);
        pictures = List.copyOf(pictures);
    }
}
