package dev.pagewright.worker.source.pdf;

import dev.pagewright.document.BoundingBox;
import dev.pagewright.worker.page.Ruling;
import java.awt.geom.AffineTransform;
import java.awt.geom.GeneralPath;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.contentstream.PDFGraphicsStreamEngine;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDPropertyList;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.graphics.blend.BlendMode;
import org.apache.pdfbox.pdmodel.graphics.color.PDColor;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.graphics.form.PDTransparencyGroup;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.pdmodel.graphics.state.PDGraphicsState;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationPopup;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;

/**
 * Goes through what a page draws, once, and notes glyphs, rules and pictures where they are seen: inside crop box and
 * clip, in layers that are shown. Draws nothing. One page, one thread.
 */
final class ContentReader extends PDFGraphicsStreamEngine {

    /** More than a page can show; what follows is not noted. */
    private static final int MOST_GLYPHS = 300_000;

    private static final int MOST_PICTURES = 5000;
    private static final float WHITE = 0.97f;
    private static final double THIN = 3.5;
    private static final int FAINT = 20;

    private final PageGeometry geometry;
    private final Layers layers;
    private final GlyphMaker maker;
    private final ReadingBounds limits;
    private final Rectangle2D page;

    private final List<Glyph> glyphs = new ArrayList<>();
    private final List<PlacedPicture> pictures = new ArrayList<>();
    private final RulingCollector rules = new RulingCollector();
    private final PaintGrid grid;
    private final Brightness brightness = new Brightness();
    private final GeneralPath path = new GeneralPath();
    private final Deque<Mark> marks = new ArrayDeque<>();
    private final StateBounds bounds = StateBounds.of(this);
    private int hidden;
    private int drawings;
    private boolean clipping;
    private boolean overfull;

    private List<Path2D> clipPaths = List.of();
    private int clipCount;
    private Rectangle2D clip;

    ContentReader(
            PDPage page, PageGeometry geometry, Layers layers, Map<PDFont, FontFacts> fonts, ReadingBounds limits) {
        super(page);
        this.geometry = geometry;
        this.layers = layers;
        this.maker = new GlyphMaker(geometry, fonts);
        this.limits = limits;
        this.page = new Rectangle2D.Double(0, 0, geometry.width(), geometry.height());
        this.clip = this.page;
        this.grid = new PaintGrid(geometry.width(), geometry.height());
    }

    /** Marked content that is open. */
    private record Mark(boolean hides, String actualText, int firstGlyph) {}

    /** @throws IOException where what the page draws cannot be parsed; what came before it is noted */
    void read() throws IOException {
        processPage(getPage());
        for (PDAnnotation annotation : getPage().getAnnotations()) {
            if (!unseen(annotation)) {
                showAnnotation(annotation);
            }
        }
    }

    private boolean unseen(PDAnnotation annotation) {
        return annotation instanceof PDAnnotationLink
                || annotation instanceof PDAnnotationPopup
                || annotation.isHidden()
                || annotation.isNoView()
                || layers.hidden(annotation.getOptionalContent());
    }

    List<Glyph> glyphs() {
        return glyphs;
    }

    List<PlacedPicture> pictures() {
        return pictures;
    }

    List<Ruling> rulings() {
        return rules.rulings();
    }

    /** Paths and shadings that were painted. */
    int drawings() {
        return drawings;
    }

    boolean overfull() {
        return overfull;
    }

    @Override
    protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
        limits.operator();
        if (!bounds.admits(operator.getName())) {
            return;
        }
        try {
            super.processOperator(operator, operands);
        } catch (RuntimeException e) { // numbers beyond what matrices hold: what other operators draw is still there
            if (limits.over()) {
                throw e;
            }
            drawings++; // whatever it is, it may be seen
        }
    }

    @Override
    protected void showGlyph(Matrix matrix, PDFont font, int code, Vector displacement) throws IOException {
        if (hidden > 0) {
            return;
        }
        if (glyphs.size() >= MOST_GLYPHS) {
            overfull = true;
            return;
        }
        PDGraphicsState state = getGraphicsState();
        RenderingMode mode = state.getTextState().getRenderingMode();
        boolean invisible = mode == RenderingMode.NEITHER
                || mode == RenderingMode.NEITHER_CLIP
                || (mode.isFill() && !mode.isStroke() && state.getNonStrokeAlphaConstant() == 0);
        PDColor color = mode.isFill() ? state.getNonStrokingColor() : state.getStrokingColor();
        Glyph glyph = maker.make(
                matrix,
                font,
                code,
                displacement,
                (x, y) -> ground(x, y, invisible, color),
                mode.isFill() && mode.isStroke());
        if (glyph == null) {
            drawings++; // whatever it is, it may be seen
        } else if (seen(glyph)) {
            glyphs.add(glyph);
        }
    }

    private Ground ground(double x, double y, boolean invisible, PDColor color) {
        int ground = grid.ground(x, y);
        int ink = brightness.of(color);
        boolean even = ground != PaintGrid.UNEVEN;
        boolean faint = even && ink != PaintGrid.UNEVEN && Math.abs(ink - ground) < FAINT;
        return new Ground(invisible, faint, !even, grid.clock());
    }

    /** Whether something is painted over the glyph, as far as its bounds tell. */
    boolean covered(Glyph glyph) {
        return grid.coveredSince(glyph.ground().time(), middleX(glyph), middleY(glyph));
    }

    private static double middleX(Glyph glyph) {
        return glyph.x() + glyph.alongX() * glyph.advance() / 2 + glyph.alongY() * glyph.size() * 0.3;
    }

    private static double middleY(Glyph glyph) {
        return glyph.y() + glyph.alongY() * glyph.advance() / 2 - glyph.alongX() * glyph.size() * 0.3;
    }

    private boolean seen(Glyph glyph) {
        double x = middleX(glyph);
        double y = middleY(glyph);
        Rectangle2D seen = clip();
        double slack = 0.15 * glyph.size();
        return x >= seen.getMinX() - slack
                && x <= seen.getMaxX() + slack
                && y >= seen.getMinY() - slack
                && y <= seen.getMaxY() + slack;
    }

    /** Bounds of what is seen, on the upright page; may be empty. */
    private Rectangle2D clip() {
        List<Path2D> paths = getGraphicsState().getCurrentClippingPaths();
        if (same(paths, clipPaths) && paths.size() == clipCount) {
            return clip;
        }
        Rectangle2D bounds = page;
        for (Path2D each : paths) {
            Rectangle2D seen = geometry.toUpright()
                    .createTransformedShape(each.getBounds2D())
                    .getBounds2D();
            bounds = bounds.createIntersection(seen);
        }
        clipPaths = paths;
        clipCount = paths.size();
        clip = bounds;
        return clip;
    }

    @SuppressWarnings("ReferenceEquality") // both are kept as single objects
    private static boolean same(Object one, Object other) {
        return one == other;
    }

    @Override
    public void beginMarkedContentSequence(COSName tag, COSDictionary properties) {
        super.beginMarkedContentSequence(tag, properties);
        boolean hides = properties != null && layers.hidden(PDPropertyList.create(properties));
        String actual = properties == null ? null : properties.getString(COSName.ACTUAL_TEXT);
        marks.push(new Mark(hides, actual == null ? "" : actual, glyphs.size()));
        hidden += hides ? 1 : 0;
    }

    @Override
    public void endMarkedContentSequence() {
        super.endMarkedContentSequence();
        Mark mark = marks.poll();
        if (mark == null) {
            return;
        }
        hidden -= mark.hides() ? 1 : 0;
        if (!mark.actualText().isEmpty()) {
            ActualText.put(mark.actualText(), glyphs.subList(mark.firstGlyph(), glyphs.size()));
        }
    }

    @Override
    public void showForm(PDFormXObject form) throws IOException {
        if (!layers.hidden(form.getOptionalContent())) {
            super.showForm(form);
        }
    }

    @Override
    public void showTransparencyGroup(PDTransparencyGroup group) throws IOException {
        if (!layers.hidden(group.getOptionalContent())) {
            super.showTransparencyGroup(group);
        }
    }

    @Override
    public void drawImage(PDImage image) {
        if (hidden > 0
                || pictures.size() >= MOST_PICTURES
                || (image instanceof PDImageXObject object && layers.hidden(object.getOptionalContent()))) {
            return;
        }
        var placement = new AffineTransform(geometry.toUpright());
        placement.concatenate(
                getGraphicsState().getCurrentTransformationMatrix().createAffineTransform());
        Rectangle2D place = placement
                .createTransformedShape(new Rectangle2D.Double(0, 0, 1, 1))
                .getBounds2D();
        Rectangle2D visible = place.createIntersection(clip());
        if (visible.getWidth() <= 0 || visible.getHeight() <= 0) {
            return;
        }
        if (Math.min(visible.getWidth(), visible.getHeight()) < THIN) {
            rules.add(visible.getMinX(), visible.getMinY(), visible.getMaxX(), visible.getMaxY(), page);
            return;
        }
        if (covers(image)) {
            grid.paint(visible, PaintGrid.UNEVEN);
        }
        double shown = visible.getWidth() * visible.getHeight() / (place.getWidth() * place.getHeight());
        Rectangle2D onPage = place.createIntersection(page);
        double onPageShown = visible.getWidth() * visible.getHeight() / (onPage.getWidth() * onPage.getHeight());
        pictures.add(new PlacedPicture(
                image,
                new BoundingBox(visible.getMinX(), visible.getMinY(), visible.getMaxX(), visible.getMaxY()),
                placement,
                shown > 0.5 && onPageShown > 0.99 && getGraphicsState().getNonStrokeAlphaConstant() == 1));
    }

    @Override
    public void appendRectangle(Point2D p0, Point2D p1, Point2D p2, Point2D p3) {
        path.moveTo((float) p0.getX(), (float) p0.getY());
        path.lineTo((float) p1.getX(), (float) p1.getY());
        path.lineTo((float) p2.getX(), (float) p2.getY());
        path.lineTo((float) p3.getX(), (float) p3.getY());
        path.closePath();
    }

    @Override
    public void clip(int windingRule) {
        path.setWindingRule(windingRule);
        clipping = true; // takes effect after the painting operator (ISO 32000-1, 8.5.4)
    }

    @Override
    public void moveTo(float x, float y) {
        path.moveTo(x, y);
    }

    @Override
    public void lineTo(float x, float y) {
        if (path.getCurrentPoint() == null) {
            path.moveTo(x, y);
        } else {
            path.lineTo(x, y);
        }
    }

    @Override
    public void curveTo(float x1, float y1, float x2, float y2, float x3, float y3) {
        if (path.getCurrentPoint() == null) {
            path.moveTo(x3, y3);
        } else {
            path.curveTo(x1, y1, x2, y2, x3, y3);
        }
    }

    @Override
    public Point2D getCurrentPoint() {
        Point2D point = path.getCurrentPoint();
        return point == null ? new Point2D.Float() : point;
    }

    @Override
    public void closePath() {
        if (path.getCurrentPoint() != null) {
            path.closePath();
        }
    }

    @Override
    public void endPath() {
        if (clipping) {
            getGraphicsState().intersectClippingPath((GeneralPath) path.clone());
            clipping = false;
        }
        path.reset();
    }

    @Override
    public void strokePath() {
        if (hidden == 0) {
            drawings++;
            if (inked(getGraphicsState().getStrokingColor(), getGraphicsState().getAlphaConstant())) {
                double width = transformWidth(getGraphicsState().getLineWidth()) * geometry.userUnit();
                rules.stroke(path, geometry.toUpright(), width, clip());
            }
        }
        endPath();
    }

    @Override
    public void fillPath(int windingRule) {
        if (hidden == 0) {
            drawings++;
            if (inked(
                    getGraphicsState().getNonStrokingColor(), getGraphicsState().getNonStrokeAlphaConstant())) {
                rules.fill(path, geometry.toUpright(), clip());
            }
            Rectangle2D box = geometry.toUpright()
                    .createTransformedShape(path.getBounds2D())
                    .getBounds2D();
            if (Math.min(box.getWidth(), box.getHeight()) > THIN && opaque()) {
                grid.paint(
                        box.createIntersection(clip()),
                        brightness.of(getGraphicsState().getNonStrokingColor()));
            }
        }
        endPath();
    }

    @Override
    public void fillAndStrokePath(int windingRule) {
        var copy = (GeneralPath) path.clone();
        boolean clips = clipping;
        clipping = false;
        fillPath(windingRule);
        path.append(copy, false);
        clipping = clips;
        strokePath();
    }

    @Override
    public void shadingFill(COSName shadingName) {
        if (hidden == 0) {
            drawings++;
            if (opaque()) {
                grid.paint(clip(), PaintGrid.UNEVEN);
            }
        }
    }

    private boolean opaque() {
        PDGraphicsState state = getGraphicsState();
        return state.getNonStrokeAlphaConstant() > 0.9
                && state.getSoftMask() == null
                && same(state.getBlendMode(), BlendMode.NORMAL);
    }

    private boolean covers(PDImage image) {
        return !image.isStencil()
                && opaque()
                && !(image instanceof PDImageXObject object
                        && (object.getCOSObject().containsKey(COSName.SMASK)
                                || object.getCOSObject().containsKey(COSName.MASK)));
    }

    private static boolean inked(PDColor color, double alpha) {
        if (alpha < 0.05) {
            return false;
        }
        try {
            float[] components = color.getComponents();
            if (components.length == 1 || components.length == 3) {
                // grey and RGB of every kind are white at 1; a tint is none at 0
                boolean tint = color.getColorSpace().getName().equals("Separation");
                return tint ? components[0] > 1 - WHITE : !all(components, WHITE);
            }
            return components.length != 4 || components[0] + components[1] + components[2] + components[3] > 0.08;
        } catch (RuntimeException e) {
            return true; // a pattern, or a damaged colour: something is drawn
        }
    }

    private static boolean all(float[] components, float least) {
        for (float component : components) {
            if (component < least) {
                return false;
            }
        }
        return true;
    }
}
