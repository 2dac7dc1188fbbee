package dev.pagewright.gateway.inspection;

import dev.pagewright.error.ErrorCode;

/** What a file turned out to be. */
public sealed interface Inspection {

    record Accepted(MediaType type, int pages) implements Inspection {}

    /** @param detail a sentence that tells the user what to do */
    record Refused(ErrorCode code, String detail) implements Inspection {}
}
