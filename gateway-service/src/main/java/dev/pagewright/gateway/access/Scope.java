package dev.pagewright.gateway.access;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** What a token may do. */
public enum Scope {
    /** Submit, delete, retry. */
    OCR,
    CHAT,
    /** Look at jobs, results, account. */
    READ,
    /** Make and revoke tokens. */
    TOKENS;

    public static Set<String> wireNames() {
        return Arrays.stream(values()).map(Scope::wireName).collect(Collectors.toUnmodifiableSet());
    }

    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
