package dev.pagewright.gateway.outcome;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How outcomes are heard. */
@ConfigMapping(prefix = "pagewright.outcomes")
public interface OutcomeSettings {

    /**
     * How long an outcome at which the service itself fails is tried, and holds back those behind it, before it is set
     * aside: long enough for a start-up or a hiccup, short beside the time that a job takes. The reconciler has its page
     * read again.
     */
    @WithDefault("20s")
    Duration faultPatience();
}
