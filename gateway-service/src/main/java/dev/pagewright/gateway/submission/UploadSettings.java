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

    /** Bodies that a replica receives at once; more are told to come back. A body costs a file and a little memory. */
    @WithDefault("256")
    int concurrent();

    /** Of these, those of one account: enough for a busy client, too few to keep out the others. */
    @WithDefault("64")
    int concurrentPerAccount();

    /** Space that must stay free in the blob store, bytes. */
    @WithDefault("536870912")
    long freeSpace();

    /** The pace of a body is looked at this often; one that has come whole by then may be of any pace. */
    @WithDefault("10s")
    Duration paceWindow();

    /** Bytes a second that a body must bring in every window; a tenth of the slowest mobile line in use. */
    @WithDefault("1024")
    long slowestPace();

    /** A body's time, whatever its size; {@link #paceOfDeadline()} adds to it. */
    @WithDefault("60s")
    Duration shortestDeadline();

    /** The deadline grows by a second for so many bytes that are announced or allowed: 50 MB have 27 minutes. */
    @WithDefault("32768")
    long paceOfDeadline();

    /** A job of few pages is waited for so long before it is answered as it stands. */
    @WithDefault("25s")
    Duration inlineWait();

    /** A job of more selected pages is never waited for. */
    @WithDefault("5")
    int inlinePages();
}
