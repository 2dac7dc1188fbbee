package dev.pagewright.document;

/**
 * An axis-aligned rectangle on the upright page. Origin top-left, x to the right, y downwards, in the page's
 * {@link Unit}; {@code right} and {@code bottom} are exclusive edges.
 */
public record BoundingBox(double left, double top, double right, double bottom) {

    public BoundingBox {
        if (!(left <= right) || !(top <= bottom)) {
            throw new IllegalArgumentException("not a box: [%s, %s, %s, %s]".formatted(left, top, right, bottom));
        }
    }

    public double width() {
        return right - left;
    }

    public double height() {
        return bottom - top;
    }

    public double area() {
        return width() * height();
    }

    public double centerX() {
        return (left + right) / 2;
    }

    public double centerY() {
        return (top + bottom) / 2;
    }

    /** The smallest box that holds both. */
    public BoundingBox union(BoundingBox other) {
        return new BoundingBox(
                Math.min(left, other.left),
                Math.min(top, other.top),
                Math.max(right, other.right),
                Math.max(bottom, other.bottom));
    }

    /** The smallest box that holds all of them; at least one is needed. */
    public static BoundingBox hull(Iterable<BoundingBox> boxes) {
        BoundingBox hull = null;
        for (BoundingBox box : boxes) {
            hull = hull == null ? box : hull.union(box);
        }
        if (hull == null) {
            throw new IllegalArgumentException("no box to hold");
        }
        return hull;
    }

    /** Area that both cover, in square units; 0 where they do not meet. */
    public double overlap(BoundingBox other) {
        double width = Math.min(right, other.right) - Math.max(left, other.left);
        double height = Math.min(bottom, other.bottom) - Math.max(top, other.top);
        return width > 0 && height > 0 ? width * height : 0;
    }

    /** This box cut to the page {@code [0, width] x [0, height]}. */
    public BoundingBox clip(double width, double height) {
        double l = Math.clamp(left, 0, width);
        double t = Math.clamp(top, 0, height);
        return new BoundingBox(l, t, Math.max(l, Math.min(right, width)), Math.max(t, Math.min(bottom, height)));
    }

    public BoundingBox scale(double factor) {
        return new BoundingBox(left * factor, top * factor, right * factor, bottom * factor);
    }
}
