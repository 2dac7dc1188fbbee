package dev.pagewright.gateway.submission;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What an upload may cost. */
@ConfigMapping(prefix = "pagewright.upload")
public interface UploadSettings {

    /** Largest file, bytes, whatever the plan. */
    @WithDefault("1073741824")
    long largestFile();

    /** Uploads that are received at once; more are told to come back. */
    @WithDefault("64")
    int concurrent();

    /** Space that must stay free in the blob store, bytes. */
    @WithDefault("536870912")
    long freeSpace();

    /** A refused upload is read on for so long, so that the client sees the answer, then cut off. */
    @WithDefault("5s")
    Duration drain();

    /** A body of which nothing came for so long is given up. */
    @WithDefault("60s")
    Duration stalled();

    /** A job of few pages is waited for so long before it is answered as it stands. */
    @WithDefault("25s")
    Duration inlineWait();

    /** A job of more selected pages is never waited for. */
    @WithDefault("5")
    int inlinePages();
}
