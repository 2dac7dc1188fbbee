package dev.pagewright.document;

/**
 * The affine map from the upright page (top-left origin) to the space of the original: PDF user space in points
 * (bottom-left origin, before {@code /Rotate}) or pixels of the stored image (before EXIF orientation).
 * {@code x' = a*x + c*y + e}, {@code y' = b*x + d*y + f}, as in ISO 32000-1, 8.3.4.
 */
public record PageTransform(double a, double b, double c, double d, double e, double f) {

    public static final PageTransform IDENTITY = new PageTransform(1, 0, 0, 1, 0, 0);

    public double x(double x, double y) {
        return a * x + c * y + e;
    }

    public double y(double x, double y) {
        return b * x + d * y + f;
    }

    /** The box that holds the image of {@code box} under this map. */
    public BoundingBox apply(BoundingBox box) {
        double x1 = x(box.left(), box.top());
        double x2 = x(box.right(), box.top());
        double x3 = x(box.left(), box.bottom());
        double x4 = x(box.right(), box.bottom());
        double y1 = y(box.left(), box.top());
        double y2 = y(box.right(), box.top());
        double y3 = y(box.left(), box.bottom());
        double y4 = y(box.right(), box.bottom());
        return new BoundingBox(
                Math.min(Math.min(x1, x2), Math.min(x3, x4)),
                Math.min(Math.min(y1, y2), Math.min(y3, y4)),
                Math.max(Math.max(x1, x2), Math.max(x3, x4)),
                Math.max(Math.max(y1, y2), Math.max(y3, y4)));
    }
}
