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

    /** A call that has not been answered by then has failed. */
    @WithDefault("10s")
    Duration patience();

    /** Pauses between attempts; after the last one a message is given up. Together about 24 hours. */
    @WithDefault("5s,30s,2m,10m,30m,1h,2h,4h,7h,9h")
    List<Duration> pauses();

    /** Calls that a replica makes at once. */
    @WithDefault("32")
    int concurrent();

    /** What is due is looked for this often. */
    @WithDefault("1s")
    Duration sweep();

    /** After a rotation the earlier secret signs beside the new one for so long. */
    @WithDefault("24h")
    Duration rotation();
}
