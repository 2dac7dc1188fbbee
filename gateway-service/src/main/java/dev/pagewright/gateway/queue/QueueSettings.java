package dev.pagewright.gateway.queue;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How pages are given to the workers. */
@ConfigMapping(prefix = "pagewright.queue")
public interface QueueSettings {

    /** Most pages of one account that may be with the workers at once, a lane. */
    @WithDefault("64")
    int window();

    /**
     * Work that stands before the workers, so that none is idle while an outcome is on its way: a newcomer waits for
     * it. See {@code Dispatcher}.
     */
    @WithDefault("500ms")
    Duration ahead();

    /** Pages of one account that may wait; a submission beyond it is told to come back. */
    @WithDefault("20000")
    int queuedPages();

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
