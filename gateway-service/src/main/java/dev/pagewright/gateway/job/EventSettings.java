package dev.pagewright.gateway.job;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Streams of events. */
@ConfigMapping(prefix = "pagewright.events")
public interface EventSettings {

    /** Streams of one account at a time on this replica: a person has some tabs open, a program follows its jobs. */
    @WithDefault("64")
    int perAccount();

    /** Streams of all accounts at a time on this replica: each holds a connection. */
    @WithDefault("2000")
    int inAll();

    /** How often the token of a stream is looked at again: one that is revoked ends its streams within this time. */
    @WithDefault("2s")
    Duration recheck();
}
