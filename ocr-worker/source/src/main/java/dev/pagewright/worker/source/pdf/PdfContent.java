package dev.pagewright.worker.source.pdf;

import dev.pagewright.document.BoundingBox;
import dev.pagewright.worker.page.Ruling;
import java.util.List;

/**
 * What a page draws, on the upright page in points.
 *
 * @param lines seen and unseen ones
 * @param pictures places of raster pictures
 * @param drawings how many paths, shadings and letters without a size or meaning are painted
 * @param damaged whether its content could not be parsed to the end
 */
public record PdfContent(
        List<TextLine> lines, List<Ruling> rulings, List<BoundingBox> pictures, int drawings, boolean damaged) {

    public PdfContent {
        lines = List.copyOf(lines);
        rulings = List.copyOf(rulings);
        pictures = List.copyOf(pictures);
    }

    /** Whether nothing at all is drawn. */
    public boolean empty() {
        return lines.isEmpty() && pictures.isEmpty() && drawings == 0 && rulings.isEmpty();
    }
}
