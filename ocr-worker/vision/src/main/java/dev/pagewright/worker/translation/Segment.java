package dev.pagewright.worker.translation;

/**
 * A text to translate: a block's, or a cell's of a table.
 *
 * @param text one line
 * @param before what stands before it on the page, for the meaning alone; may be empty
 * @param after what stands after it
 */
record Segment(String text, String before, String after) {}
