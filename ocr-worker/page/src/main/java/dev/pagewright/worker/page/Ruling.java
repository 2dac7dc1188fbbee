package dev.pagewright.worker.page;

/**
 * A straight horizontal or vertical line drawn on the page (or the long axis of a thin rectangle), in the page's
 * unit on the upright page; {@code x1 <= x2}, {@code y1 <= y2}.
 */
public record Ruling(double x1, double y1, double x2, double y2, double thickness) {

    public boolean horizontal() {
        return x2 - x1 >= y2 - y1;
    }
}
