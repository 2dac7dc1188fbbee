package dev.pagewright.document.stored;

import java.io.IOException;

/** A page document that is larger than it may be. */
public final class PageTooLargeException extends IOException {

    private static final long serialVersionUID = 1;

    PageTooLargeException() {
        super("the page document is larger than any page");
    }
}
