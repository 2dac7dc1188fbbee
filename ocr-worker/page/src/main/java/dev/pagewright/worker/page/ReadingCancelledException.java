package dev.pagewright.worker.page;

import dev.pagewright.worker.attempt.EndsPage;

/** Nobody wants the page any more. */
public final class ReadingCancelledException extends RuntimeException implements EndsPage {

    private static final long serialVersionUID = 1;

    public ReadingCancelledException() {
        super("the page is not wanted any more", null, false, false);
    }

    @Override
    public boolean endsPage() {
        return true;
    }
}
