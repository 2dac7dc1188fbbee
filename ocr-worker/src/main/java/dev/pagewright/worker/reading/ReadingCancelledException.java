package dev.pagewright.worker.reading;

/** Nobody wants the page any more. */
public final class ReadingCancelledException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public ReadingCancelledException() {
        super("the page is not wanted any more", null, false, false);
    }
}
