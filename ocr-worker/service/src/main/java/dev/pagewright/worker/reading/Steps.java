package dev.pagewright.worker.reading;

import java.util.HashMap;
import java.util.Map;

/** What the steps of reading a page cost and measured. One page, one thread. */
final class Steps {

    private static final double NANOSECONDS = 1e6;

    private final Map<String, Double> figures = new HashMap<>();
    private final long start = System.nanoTime();
    private long last = start;

    /** Ends a step that began where the last one ended; steps of one name add up. */
    void end(String step) {
        long now = System.nanoTime();
        figures.merge(step + "_ms", (now - last) / NANOSECONDS, Double::sum);
        last = now;
    }

    void measured(String name, double value) {
        figures.put(name, value);
    }

    void measured(Map<String, Double> values) {
        figures.putAll(values);
    }

    /** With what the page cost until now. */
    Map<String, Double> figures() {
        figures.put("page_ms", (System.nanoTime() - start) / NANOSECONDS);
        return Map.copyOf(figures);
    }
}
