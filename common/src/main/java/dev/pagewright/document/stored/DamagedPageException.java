package dev.pagewright.document.stored;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** What is stored of a page is no page document: it stays so, however often it is read. */
public class DamagedPageException extends IOException {

    private static final long serialVersionUID = 1;

    DamagedPageException(String message) {
        super(message);
    }

    DamagedPageException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
