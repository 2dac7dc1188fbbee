package dev.pagewright.export.download;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;

/** Bounds of what one process builds at a time. */
@ConfigMapping(prefix = "pagewright.download")
public interface DownloadSettings {

    /** Downloads built at once: each may hold a decoded page. */
    @WithDefault("3")
    int concurrent();

    /** How long a download waits for its turn before the client is told to come back. */
    @WithDefault("25S")
    Duration patience();

    /** No original and no download larger than this is handled; the disk is bounded by it times {@code concurrent}. */
    @WithDefault("4294967296")
    long maximumBytes();

    /** Where downloads are built; emptied at start, so one process a directory. */
    @WithDefault("${java.io.tmpdir}/pagewright-export-${quarkus.http.port}")
    Path directory();
}
