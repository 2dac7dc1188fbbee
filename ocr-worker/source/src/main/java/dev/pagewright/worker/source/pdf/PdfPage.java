package dev.pagewright.worker.source.pdf;

import dev.pagewright.document.BoundingBox;
import dev.pagewright.document.Link;
import dev.pagewright.document.PageTransform;
import dev.pagewright.document.Unit;
import dev.pagewright.error.PageErrorCode;
import dev.pagewright.worker.page.PagePicture;
import dev.pagewright.worker.source.FilePicture;
import dev.pagewright.worker.source.PixelLimits;
import dev.pagewright.worker.source.UnreadablePageException;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.jspecify.annotations.Nullable;

/** A page of a PDF: what it says and what it looks like. Belongs to its document's thread. */
public final class PdfPage {

    private static final double RENDERED = 300;
    private static final double FINEST = 600;
    private static final double POINTS_PER_INCH = 72;
    private static final double LONGEST_SIDE = 30_000;

    /** Forms have some hundreds, reviewed drawings some thousands. */
    private static final int MOST_ANNOTATIONS = 50_000;

    private final PDDocument document;
    private final int index;
    private final PDPage page;
    private final PageGeometry geometry;
    private final PixelLimits limits;
    private final ReadingBounds bounds;
    private final ContentReader reader;
    private final @Nullable Throwable fault;
    private boolean incomplete;
    private @Nullable FilePicture picture;

    /** Reads what the page draws. */
    PdfPage(
            PDDocument document,
            int index,
            Layers layers,
            Map<PDFont, FontFacts> fonts,
            PixelLimits limits,
            ReadingBounds bounds)
            throws UnreadablePageException {
        this.document = document;
        this.index = index;
        this.page = document.getPage(index);
        leaveOutFlood(page);
        this.geometry = PageGeometry.of(page);
        this.limits = limits;
        this.bounds = bounds;
        this.reader = new ContentReader(page, geometry, layers, fonts, bounds);
        Throwable broken = null;
        try {
            reader.read();
        } catch (IOException | RuntimeException e) { // parsers throw what they like; what came before it is there
            if (bounds.late()) {
                throw new UnreadablePageException(PageErrorCode.PAGE_TIMEOUT);
            }
            broken = e;
        }
        bounds.memory().require();
        if (reader.overfull()) {
            throw new UnreadablePageException(
                    PageErrorCode.PAGE_TOO_LARGE, "The page has more letters than can be read; split it.");
        }
        this.fault = broken;
    }

    /** Each is made an object, and each that is none is told to the log. */
    private static void leaveOutFlood(PDPage page) {
        COSArray annotations = page.getCOSObject().getCOSArray(COSName.ANNOTS);
        if (annotations != null && annotations.size() > MOST_ANNOTATIONS) {
            page.getCOSObject().removeItem(COSName.ANNOTS);
        }
    }

    /** What ended the reading of its content early, null where nothing did. */
    public @Nullable Throwable fault() {
        return fault;
    }

    /** In points. */
    public double width() {
        return geometry.width();
    }

    /** In points. */
    public double height() {
        return geometry.height();
    }

    /** Degrees clockwise by which the file says that the page is turned; it is. */
    public int rotation() {
        return geometry.rotation();
    }

    public PageTransform toOriginal() {
        return geometry.toUserSpace();
    }

    public PdfContent content() {
        List<TextLine> lines = new ArrayList<>(TextLines.of(reader.glyphs(), false, reader::covered));
        lines.addAll(TextLines.of(reader.glyphs(), true, glyph -> false));
        return new PdfContent(
                lines,
                reader.rulings(),
                reader.pictures().stream().map(PlacedPicture::box).toList(),
                reader.drawings(),
                fault != null);
    }

    /** What is to be known of a page whose text could not be put together: that something is drawn on it. */
    public PdfContent withoutText() {
        return new PdfContent(List.of(), List.of(), List.of(), 1, false);
    }

    /** Links to http, https and mailto. */
    public List<Link> links() {
        try {
            return PdfLinks.of(page, geometry);
        } catch (IOException | RuntimeException e) {
            return List.of(); // annotations of a damaged page
        }
    }

    /** Whether the page is one scan, perhaps with a text that is not painted over it. */
    public boolean scan() {
        return EmbeddedScan.of(reader.pictures(), geometry) != null
                && reader.drawings() == 0
                && reader.glyphs().stream().allMatch(glyph -> glyph.ground().invisible());
    }

    /** The scan that the page is, with its own pixels, or a rendering. */
    public FilePicture picture() throws UnreadablePageException {
        FilePicture kept = picture;
        if (kept == null) {
            kept = draw();
            picture = kept;
        }
        return kept;
    }

    private FilePicture draw() throws UnreadablePageException {
        EmbeddedScan scan = scan() ? EmbeddedScan.of(reader.pictures(), geometry) : null;
        BufferedImage image;
        try {
            image = scan == null ? rendered() : scan.read(geometry, limits, bounds.memory());
        } catch (IOException | RuntimeException e) { // decoders throw what they like at damaged data
            throw failed(e);
        }
        double resolution = image.getWidth() * POINTS_PER_INCH / geometry.width();
        return new FilePicture(
                new PagePicture(image, geometry.width(), geometry.height(), resolution),
                Unit.PT,
                geometry.rotation(),
                geometry.toUserSpace());
    }

    private BufferedImage rendered() throws IOException {
        return region(
                new BoundingBox(0, 0, geometry.width(), geometry.height()), resolution(), BufferedImage.TYPE_INT_RGB);
    }

    /** Of a page that is mostly pictures their own, within bounds: some scans are said to be much smaller than they were. */
    private double resolution() {
        double most = 0;
        for (PlacedPicture picture : reader.pictures()) {
            if (picture.box().area() > 0.5 * geometry.width() * geometry.height()) {
                most = Math.max(most, picture.resolution() * POINTS_PER_INCH);
            }
        }
        return Math.clamp(most, RENDERED, FINEST);
    }

    /** A small picture of the page, to look at as a whole. */
    public BufferedImage sketch(double resolution) throws UnreadablePageException {
        return drawn(
                new BoundingBox(0, 0, geometry.width(), geometry.height()), resolution, BufferedImage.TYPE_BYTE_GRAY);
    }

    /** A part of the page, in so many pixels an inch or fewer, where that would be too many. */
    public BufferedImage region(BoundingBox box, double resolution) throws UnreadablePageException {
        return drawn(box, resolution, BufferedImage.TYPE_INT_RGB);
    }

    private BufferedImage drawn(BoundingBox box, double resolution, int type) throws UnreadablePageException {
        try {
            return region(box, resolution, type);
        } catch (IOException | RuntimeException e) { // parsers throw what they like at damaged data
            throw failed(e);
        }
    }

    private UnreadablePageException failed(Exception reason) {
        bounds.memory().require();
        return bounds.late()
                ? new UnreadablePageException(PageErrorCode.PAGE_TIMEOUT)
                : new UnreadablePageException(PageErrorCode.PAGE_CORRUPT, reason);
    }

    private BufferedImage region(BoundingBox box, double resolution, int type) throws IOException {
        double most = Math.min(
                Math.sqrt(limits.decoded() / Math.max(1, box.area())),
                LONGEST_SIDE / Math.max(1, Math.max(box.width(), box.height())));
        double scale = Math.min(resolution / POINTS_PER_INCH, most);
        var image = new BufferedImage(
                (int) Math.max(1, Math.round(box.width() * scale)),
                (int) Math.max(1, Math.round(box.height() * scale)),
                type);
        var renderer = new PageRenderer(document, bounds);
        Graphics2D graphics = image.createGraphics();
        try {
            graphics.setBackground(Color.WHITE);
            graphics.clearRect(0, 0, image.getWidth(), image.getHeight());
            graphics.translate(-box.left() * scale, -box.top() * scale);
            float zoom = (float) (scale * geometry.userUnit());
            renderer.renderPageToGraphics(index, graphics, zoom, zoom);
        } finally {
            graphics.dispose();
        }
        incomplete |= renderer.incomplete();
        return image;
    }

    /** Whether pictures that could not be decoded are missing in what was drawn so far. */
    public boolean incomplete() {
        return incomplete;
    }
}
