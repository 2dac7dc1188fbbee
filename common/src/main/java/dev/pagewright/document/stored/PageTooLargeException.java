package dev.pagewright.document.stored;

/** A page document that is larger than it may be. */
public final class PageTooLargeException extends DamagedPageException {

    private static final long serialVersionUID = 1;

    PageTooLargeException() {
        super("the page document is larger than any page");
    }
}
