package dev.pagewright.chat.retrieval;

import dev.pagewright.chat.passage.Passage;

/**
 * A passage that may answer.
 *
 * @param score for the order; best first
 * @param coverage 0 to 1: how much of what is asked stands in the passage, its headings and its page
 * @param label 0 to 1: how far the row's label is what is asked for; 0 where it is no row
 */
public record Ranked(Passage passage, double score, double coverage, double label) {}
