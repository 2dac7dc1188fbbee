package dev.pagewright.chat.answer;

import dev.pagewright.chat.passage.Passage;

/**
 * What a document states at one place.
 *
 * @param value verbatim, without its label
 */
public record Stated(Passage passage, String value) {}
