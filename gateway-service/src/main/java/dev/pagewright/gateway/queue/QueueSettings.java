package dev.pagewright.gateway.queue;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How pages are given to the workers. */
@ConfigMapping(prefix = "pagewright.queue")
public interface QueueSettings {

    /** Pages of one account that may be with the workers at once, a lane: no account holds back another. */
    @WithDefault("64")
    int window();

    /** The dispatcher looks by itself this often; signals wake it earlier. */
    @WithDefault("500ms")
    Duration sweep();

    /** Sendings of a page before it is given up as lost. */
    @WithDefault("4")
    int attempts();

    /** The reconciler looks this often. */
    @WithDefault("5s")
    Duration reconcile();

    /** Time that a lost page's evidence must hold before the page is sent again: outcomes on their way get in. */
    @WithDefault("10s")
    Duration grace();
}
