package dev.pagewright.gateway.access;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Who is let in. */
@ConfigMapping(prefix = "pagewright.access")
public interface AccessSettings {

    /**
     * Requests with a token that is none, a minute, a replica, from one address (of IPv6: from one /64); the next ones
     * are 429. Good tokens from the same address are served all the same, so that one neighbour behind a router does not
     * lock out the others. Far more than slips of the hand are.
     */
    @WithDefault("100")
    int badTokensPerMinute();
}
