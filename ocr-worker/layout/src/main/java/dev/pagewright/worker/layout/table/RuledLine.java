package dev.pagewright.worker.layout.table;

/**
 * A rule of a page, horizontal or vertical by the list that it is in.
 *
 * @param at its height (horizontal) or its x (vertical)
 * @param from its left or upper end; {@code to} the other
 */
record RuledLine(double at, double from, double to) {

    double length() {
        return to - from;
    }

    boolean covers(double position, double slack) {
        return from - slack <= position && position <= to + slack;
    }

    /** Length of the stretch that both cover. */
    double common(double otherFrom, double otherTo) {
        return Math.max(0, Math.min(to, otherTo) - Math.max(from, otherFrom));
    }
}
