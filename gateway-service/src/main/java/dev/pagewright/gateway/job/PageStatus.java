package dev.pagewright.gateway.job;

import jakarta.persistence.EnumeratedValue;
import java.util.Locale;
import java.util.Set;

/** Where a page is on its way through the workers. */
public enum PageStatus {
    /** It waits for the dispatcher. */
    QUEUED,
    /** Its task is with the workers. */
    RELEASED,
    /** It was read. */
    DONE,
    /** It could not be read. */
    FAILED;

    @EnumeratedValue
    private final String wireName = name().toLowerCase(Locale.ROOT);

    public String wireName() {
        return wireName;
    }

    /** Whether the page's outcome is still to come. */
    public boolean open() {
        return this == QUEUED || this == RELEASED;
    }

    /** What may come next. */
    public Set<PageStatus> next() {
        return switch (this) {
            case QUEUED -> Set.of(RELEASED, DONE, FAILED);
            case RELEASED -> Set.of(QUEUED, DONE, FAILED);
            case DONE, FAILED -> Set.of(QUEUED);
        };
    }
}
