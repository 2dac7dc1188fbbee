package dev.pagewright.worker.source.pdf;

import dev.pagewright.worker.page.Deadline;
import dev.pagewright.worker.page.memory.PageMemory;

/** What the reading of a page's content must keep to: its time, its memory, and that operators come. One page, one thread. */
final class ReadingBounds {

    private static final int OPERATORS_BETWEEN = 0x3f;

    private final Deadline deadline;
    private final PageMemory memory;
    private final TokenBound operands;
    private int operators;

    /** @param operands bytes of streams that are read before an operator */
    ReadingBounds(Deadline deadline, PageMemory memory, TokenBound operands) {
        this.deadline = deadline;
        this.memory = memory;
        this.operands = operands;
        operands.begin();
    }

    /** An operator has come. */
    void operator() {
        operands.begin();
        if ((++operators & OPERATORS_BETWEEN) == 0) {
            memory.require();
            if (deadline.over()) {
                throw new IllegalStateException("the deadline is over");
            }
        }
    }

    /** Whether whatever was thrown ends the page. */
    boolean over() {
        return deadline.over() || memory.full();
    }

    /** Whether the page's time is over, or it is not wanted any more. */
    boolean late() {
        return deadline.over();
    }

    PageMemory memory() {
        return memory;
    }
}
