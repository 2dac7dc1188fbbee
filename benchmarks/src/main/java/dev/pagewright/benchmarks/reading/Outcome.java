package dev.pagewright.benchmarks.reading;

/**
 * How an item was read.
 *
 * @param errors character error rate, at most 1
 * @param note how it was read, for people
 */
record Outcome(Item item, double errors, double seconds, String text, String note) {

    boolean empty() {
        return text.isBlank() && !item.truth().isBlank();
    }

    String row() {
        return "%s\t%s\t%s\t%.3f\t%.2f\t%s\t%s"
                .formatted(
                        item.id(),
                        item.dimension(),
                        item.script(),
                        errors,
                        seconds,
                        text.replaceAll("\\s+", " "),
                        note);
    }
}
