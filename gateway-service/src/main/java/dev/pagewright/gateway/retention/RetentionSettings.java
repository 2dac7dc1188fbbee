package dev.pagewright.gateway.retention;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How often is looked for what is over. How long a job is kept is its account's plan's. */
@ConfigMapping(prefix = "pagewright.retention")
public interface RetentionSettings {

    /** For jobs whose time is over, old keys and counts. */
    @WithDefault("60s")
    Duration sweep();

    /** For blobs that belong to nothing; a blob goes when two sweeps in a row have found it so. */
    @WithDefault("12h")
    Duration orphans();

    /** A file on its way in that was last written so long ago belongs to no upload any more. */
    @WithDefault("6h")
    Duration incoming();
}
