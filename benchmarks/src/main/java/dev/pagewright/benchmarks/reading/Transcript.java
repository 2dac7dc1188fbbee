package dev.pagewright.benchmarks.reading;

import java.util.Map;

/**
 * What was read on a page.
 *
 * @param steps milliseconds by step, empty where they are not known
 */
record Transcript(String text, Map<String, Double> steps) {}
