package dev.pagewright.chat.passage;

import dev.pagewright.document.BoundingBox;

/** A line, or a table's field, and where it stands on the upright page. */
public record PlacedText(String text, BoundingBox box) {}
