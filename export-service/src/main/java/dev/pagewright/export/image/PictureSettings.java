package dev.pagewright.export.image;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;

/** Pictures of pages: how many are drawn at once, and what is kept of them. */
@ConfigMapping(prefix = "pagewright.picture")
public interface PictureSettings {

    /** Drawn at once, beside the downloads that are built: a picture is small work that somebody looks at. */
    @WithDefault("2")
    int concurrent();

    /** Pictures that wait for their turn, of all accounts. */
    @WithDefault("200")
    int waiting();

    /** Pictures of one account that wait: a viewer asks for some tens at once. */
    @WithDefault("100")
    int waitingOfOne();

    @WithDefault("25S")
    Duration patience();

    /** One picture's original is fetched and drawn within this. */
    @WithDefault("60S")
    Duration deadline();

    /** Bytes that pictures of one job may take of the disk. */
    @WithDefault("134217728")
    long bytesOfJob();

    /** Bytes that all pictures may take of the disk; those that were used longest ago go first. */
    @WithDefault("1073741824")
    long bytesInAll();

    /** Nothing is kept while the disk has no more than this left: others need it more. */
    @WithDefault("1073741824")
    long bytesLeft();

    /** A picture that nobody looked at for so long goes. */
    @WithDefault("1H")
    Duration idle();

    /** Where pictures are kept; emptied at start, so one process a directory. */
    @WithDefault("${java.io.tmpdir}/pagewright-pictures-${quarkus.http.port}")
    Path directory();
}
