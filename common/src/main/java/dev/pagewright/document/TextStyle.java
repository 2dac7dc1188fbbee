package dev.pagewright.document;

/**
 * How a line is set, as far as it is known.
 *
 * @param size height of the type (font size) in the page's unit; 0 where unknown
 */
public record TextStyle(double size, boolean bold, boolean italic, boolean monospace) {

    public static final TextStyle UNKNOWN = new TextStyle(0, false, false, false);

    public static TextStyle ofSize(double size) {
        return new TextStyle(size, false, false, false);
    }
}
