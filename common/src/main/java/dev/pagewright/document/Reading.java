package dev.pagewright.document;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * How a page was read.
 *
 * @param engine what read most of its words
 * @param engines all that took part
 * @param language ISO 639 code of the text, null where there is none or it is unknown
 * @param degraded steps that failed inside while another way read the page
 */
public record Reading(
        Engine engine,
        Set<Engine> engines,
        EngineReason reason,
        @Nullable String language,
        Set<PageStep> degraded) {

    public Reading {
        var all = new TreeSet<>(engines);
        all.add(engine);
        engines = Collections.unmodifiableSet(all);
        degraded = Collections.unmodifiableSet(new TreeSet<>(degraded));
    }

    /** A reading on whose way nothing failed. */
    public Reading(Engine engine, Set<Engine> engines, EngineReason reason, @Nullable String language) {
        this(engine, engines, reason, language, Set.of());
    }
}
