package dev.pagewright.gateway.store;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long the gateway waits for its database, step by step, before it gives up and says so. */
@ConfigMapping(prefix = "pagewright.database.connections")
interface ConnectionSettings {

    /** For a server to take a connection; one that is halted takes it and then says nothing. */
    @WithDefault("5s")
    Duration connect();

    /** For a free connection of the pool: less than {@link Database} waits, so that none is handed to who has gone. */
    @WithDefault("20s")
    Duration free();

    /**
     * Without a byte in either direction, after which a connection is dropped: more than any statement takes, and more
     * than the relay waits for the broker with a transaction open.
     */
    @WithDefault("75s")
    Duration silent();
}
