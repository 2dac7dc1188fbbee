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
 * @param unread share of the ink in the shape of letters that stands in no word, 0 to 1, where engines found too little
 *     of what is there; 0 on all other pages, empty ones too
 */
public record Reading(
        Engine engine,
        Set<Engine> engines,
        EngineReason reason,
        @Nullable String language,
        Set<PageStep> degraded,
        double unread) {

    public Reading {
        var all = new TreeSet<>(engines);
        all.add(engine);
        engines = Collections.unmodifiableSet(all);
        if (!(unread >= 0 && unread <= 1)) {
            throw new IllegalArgumentException("not a share: " + unread);
        }
        degraded = Collections.unmodifiableSet(new TreeSet<>(degraded));
    }

    /** A reading on whose way nothing failed. */
    public Reading(Engine engine, Set<Engine> engines, EngineReason reason, @Nullable String language) {
        this(engine, engines, reason, language, Set.of(), 0);
    }

    /** A reading that found all that is there. */
    public Reading(
            Engine engine,
            Set<Engine> engines,
            EngineReason reason,
            @Nullable String language,
            Set<PageStep> degraded) {
        this(engine, engines, reason, language, degraded, 0);
    }
}
