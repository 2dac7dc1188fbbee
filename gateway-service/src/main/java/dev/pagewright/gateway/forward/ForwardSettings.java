package dev.pagewright.gateway.forward;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long export and chat are waited for. */
@ConfigMapping(prefix = "pagewright.forward")
public interface ForwardSettings {

    /** Until the connection stands. */
    @WithDefault("2s")
    Duration connect();

    /** Until an export's first byte: more than the export service waits for a turn and builds. */
    @WithDefault("210s")
    Duration export();

    /** Until a chat answer's first byte. */
    @WithDefault("120s")
    Duration chat();
}
