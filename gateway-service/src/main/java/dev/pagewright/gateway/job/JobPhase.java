package dev.pagewright.gateway.job;

import jakarta.persistence.EnumeratedValue;
import java.util.Locale;
import java.util.Set;

/** What the workers do with a job. */
public enum JobPhase {
    /** Its pages are read, each for itself. */
    READ,
    /** The document pass looks at all of them together. */
    ASSEMBLE,
    /** Its pages are translated. */
    TRANSLATE,
    ENDED;

    @EnumeratedValue
    private final String wireName = name().toLowerCase(Locale.ROOT);

    public String wireName() {
        return wireName;
    }

    /** What may come next; a phase that comes after itself is sent to the workers once more. */
    public Set<JobPhase> next() {
        return switch (this) {
            case READ -> Set.of(ASSEMBLE, ENDED);
            case ASSEMBLE -> Set.of(ASSEMBLE, TRANSLATE, ENDED);
            case TRANSLATE -> Set.of(TRANSLATE, ENDED);
            case ENDED -> Set.of(READ);
        };
    }
}
