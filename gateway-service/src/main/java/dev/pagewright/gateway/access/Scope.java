package dev.pagewright.gateway.access;

import java.util.Locale;

/** What a token may do. */
public enum Scope {
    /** Submit, delete, retry. */
    OCR,
    CHAT,
    /** Look at jobs, results, account. */
    READ;

    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
