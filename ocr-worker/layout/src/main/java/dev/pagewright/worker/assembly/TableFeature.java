package dev.pagewright.worker.assembly;

/**
 * A table that begins or ends a page's text.
 *
 * @param left of the table as a share of the page's width; {@code right} likewise
 */
record TableFeature(int table, int columns, double left, double right) {

    /** Whether the other, first on the next page, may be the same table going on. */
    boolean continuedBy(TableFeature next) {
        return columns == next.columns && Math.abs(left - next.left) < 0.03 && Math.abs(right - next.right) < 0.03;
    }
}
