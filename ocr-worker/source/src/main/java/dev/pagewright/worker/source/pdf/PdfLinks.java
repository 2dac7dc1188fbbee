package dev.pagewright.worker.source.pdf;

import dev.pagewright.document.BoundingBox;
import dev.pagewright.document.Link;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionURI;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.jspecify.annotations.Nullable;

/** Link annotations that lead out of the document. */
final class PdfLinks {

    private static final int MOST = 2000;

    private PdfLinks() {}

    static List<Link> of(PDPage page, PageGeometry geometry) throws IOException {
        List<Link> links = new ArrayList<>();
        for (PDAnnotation annotation : page.getAnnotations()) {
            PDRectangle place = annotation.getRectangle();
            if (links.size() < MOST
                    && place != null
                    && annotation instanceof PDAnnotationLink link
                    && link.getAction() instanceof PDActionURI action) {
                Rectangle2D box = geometry.toUpright()
                        .createTransformedShape(new Rectangle2D.Double(
                                place.getLowerLeftX(), place.getLowerLeftY(), place.getWidth(), place.getHeight()))
                        .getBounds2D();
                if (box.getWidth() >= 0 && box.getHeight() >= 0) {
                    Link.of(
                                    new BoundingBox(box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY())
                                            .clip(geometry.width(), geometry.height()),
                                    wellFormed(action.getURI()))
                            .ifPresent(links::add);
                }
            }
        }
        return links;
    }

    private static @Nullable String wellFormed(@Nullable String uri) {
        try {
            return uri == null ? null : new URI(uri.strip()).toString();
        } catch (URISyntaxException e) {
            return null;
        }
    }
}
