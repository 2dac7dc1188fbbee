package dev.pagewright.worker.source;

import dev.pagewright.error.PageErrorCode;
import dev.pagewright.worker.attempt.EndsPage;

/** A page that cannot be read, whoever tries. Ends at the route, which makes a value of it. */
public final class UnreadablePageException extends Exception implements EndsPage {

    private static final long serialVersionUID = 1;

    private final PageErrorCode code;

    /** @param detail a sentence for the user; no internal names */
    public UnreadablePageException(PageErrorCode code, String detail) {
        super(detail);
        this.code = code;
    }

    public UnreadablePageException(PageErrorCode code) {
        this(code, code.sentence());
    }

    public UnreadablePageException(PageErrorCode code, Throwable cause) {
        super(code.sentence(), cause);
        this.code = code;
    }

    public PageErrorCode code() {
        return code;
    }

    /** What one way cannot read another may, but not when the page's time is over. */
    @Override
    public boolean endsPage() {
        return code == PageErrorCode.PAGE_TIMEOUT;
    }

    /** A sentence for the user. */
    public String detail() {
        String message = getMessage();
        return message == null ? code.sentence() : message;
    }
}
