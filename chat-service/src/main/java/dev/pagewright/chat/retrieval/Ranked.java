package dev.pagewright.chat.retrieval;

import dev.pagewright.chat.passage.Passage;

/**
 * A passage that may answer.
 *
 * @param score for the order; best first
 * @param coverage 0 to 1: how much of what is asked stands in the passage and what it stands under
 */
public record Ranked(Passage passage, double score, double coverage) {}
