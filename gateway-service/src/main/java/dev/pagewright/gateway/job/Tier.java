package dev.pagewright.gateway.job;

import jakarta.persistence.EnumeratedValue;
import java.util.Locale;

/** By what a job's pages are read. */
public enum Tier {
    CPU,
    /** A vision model where one is configured. */
    VLM;

    @EnumeratedValue
    private final String wireName = name().toLowerCase(Locale.ROOT);

    public String wireName() {
        return wireName;
    }

    public static Tier fromWireName(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }
}
