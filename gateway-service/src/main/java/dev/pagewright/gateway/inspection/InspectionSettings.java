package dev.pagewright.gateway.inspection;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What looking into an upload may cost. */
@ConfigMapping(prefix = "pagewright.inspection")
public interface InspectionSettings {

    /** Files that are looked at in the same moment, each in a process; an ordinary one takes milliseconds. */
    @WithDefault("4")
    int atOnce();

    /** A file that takes longer makes room for others and goes on in the slow lane. */
    @WithDefault("2s")
    Duration ordinary();

    /** Files in the slow lane at once: large damaged ones, and those that are made to hang a parser. */
    @WithDefault("2")
    int slowAtOnce();

    /** A file that takes longer is refused. A sound PDF of 1 GB without cross references needs about half of it. */
    @WithDefault("20s")
    Duration longest();

    /** Uploads that wait for their turn; more are told to come back. */
    @WithDefault("256")
    int waiting();

    /** An upload that has waited so long for its turn is told to come back. */
    @WithDefault("25s")
    Duration patience();

    /** Heap of a process, megabytes: measured with a sound PDF of 5,000 pages, see docs/design/0012-inspection.md. */
    @WithDefault("128")
    int heap();

    /** A process gets so long to start, on a machine that is busy. */
    @WithDefault("20s")
    Duration start();

    /** The last process ends when it has had nothing to do for so long; others after a tenth of it. */
    @WithDefault("2m")
    Duration idle();
}
