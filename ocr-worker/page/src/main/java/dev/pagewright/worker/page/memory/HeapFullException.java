package dev.pagewright.worker.page.memory;

import dev.pagewright.worker.attempt.EndsPage;

/** The page needs more heap than this process has for it beside others: it is to be read where it is alone. */
public final class HeapFullException extends RuntimeException implements EndsPage {

    private static final long serialVersionUID = 1;

    public HeapFullException() {
        super("the page needs more memory than is left beside other pages", null, false, false);
    }

    @Override
    public boolean endsPage() {
        return true;
    }
}
