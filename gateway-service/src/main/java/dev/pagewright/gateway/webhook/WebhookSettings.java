package dev.pagewright.gateway.webhook;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How webhooks are called. */
@ConfigMapping(prefix = "pagewright.webhooks")
public interface WebhookSettings {

    /** Networks that may be called although they are not public, such as {@code 10.1.0.0/16}: an intranet's. */
    Optional<List<Network>> allowedNetworks();

    /** A call that has no answer's head by then has failed, whatever came in drops until then. */
    @WithDefault("10s")
    Duration patience();

    /** A connection that is not there by then will not be. */
    @WithDefault("5s")
    Duration connect();

    /** Pauses between attempts; after the last one a message is given up. Together about 24 hours. */
    @WithDefault("5s,30s,2m,10m,30m,1h,2h,4h,7h,9h")
    List<Duration> pauses();

    /** Calls that a replica makes at once: each takes a thread, which mostly waits. */
    @WithDefault("128")
    int concurrent();

    /** Calls at once for one account, on all replicas: an eighth of a replica's, so that one account leaves room. */
    @WithDefault("16")
    int perAccount();

    /** Calls at once to one host for one account: a receiver should not be flooded by a batch that ends. */
    @WithDefault("4")
    int perHost();

    /** Hosts that do not answer. */
    Circuit circuit();

    /** Messages that were delivered or given up are shown for so long. */
    @WithDefault("30d")
    Duration kept();

    /** What is due is looked for this often. */
    @WithDefault("1s")
    Duration sweep();

    /** After a rotation the earlier secret signs beside the new one for so long. */
    @WithDefault("24h")
    Duration rotation();

    /** When a host that does not answer is left alone, and for how long. */
    interface Circuit {

        /** Calls in a row without an answer. */
        @WithDefault("5")
        int failures();

        /** The first time; each failed trial doubles it. */
        @WithDefault("30s")
        Duration first();

        @WithDefault("10m")
        Duration longest();
    }
}
