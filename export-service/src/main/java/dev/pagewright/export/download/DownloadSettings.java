package dev.pagewright.export.download;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;

/** Bounds of what one process builds at a time. */
@ConfigMapping(prefix = "pagewright.download")
public interface DownloadSettings {

    /** Downloads built at once: each may hold a decoded page. No account has all of them where there are several. */
    @WithDefault("3")
    int concurrent();

    /** Downloads that wait for their turn, of all accounts: each holds a connection. */
    @WithDefault("200")
    int waiting();

    /** Downloads of one account that wait, so that it leaves room for others. */
    @WithDefault("40")
    int waitingOfOne();

    /** How long a download waits for its turn before the client is told to come back. */
    @WithDefault("25S")
    Duration patience();

    /** How long a download may take from its turn on: with the patience less than the gateway waits. */
    @WithDefault("150S")
    Duration deadline();

    /** No original and no download larger than this is handled; the disk is bounded by it times {@code concurrent}. */
    @WithDefault("4294967296")
    long maximumBytes();

    /** Where downloads are built; emptied at start, so one process a directory. */
    @WithDefault("${java.io.tmpdir}/pagewright-export-${quarkus.http.port}")
    Path directory();

    /** Temporary files of this age belong to no request any more: a deadline and a slow reader are over by then. */
    @WithDefault("6H")
    Duration left();

    /** How often they are looked for. */
    @WithDefault("10M")
    Duration sweep();
}
