package dev.pagewright.document;

/** What a page's coordinates count: pixels of an image, or points (1/72 inch) of a PDF. */
public enum Unit {
    PX,
    PT
}
