package dev.pagewright.worker.attempt;

import dev.pagewright.document.PageStep;

/** Is told of each step of a page's way before it begins; what it throws counts as a fault of the step. Thread-safe. */
@FunctionalInterface
public interface StepProbe {

    StepProbe NONE = step -> {};

    void begin(PageStep step);
}
