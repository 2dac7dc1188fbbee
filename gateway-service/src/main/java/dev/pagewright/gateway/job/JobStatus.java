package dev.pagewright.gateway.job;

import jakarta.persistence.EnumeratedValue;
import java.util.Locale;
import java.util.Set;

/** What a job's account is told of it. */
public enum JobStatus {
    /** No worker has taken up a page of it. */
    PENDING,
    PROCESSING,
    /** At least one page was read. */
    DONE,
    /** No page could be read. */
    FAILED;

    @EnumeratedValue
    private final String wireName = name().toLowerCase(Locale.ROOT);

    public String wireName() {
        return wireName;
    }

    public boolean ended() {
        return this == DONE || this == FAILED;
    }

    /** What may come next. */
    public Set<JobStatus> next() {
        return switch (this) {
            case PENDING -> Set.of(PROCESSING);
            case PROCESSING -> Set.of(DONE, FAILED);
            case DONE, FAILED -> Set.of(PROCESSING);
        };
    }
}
