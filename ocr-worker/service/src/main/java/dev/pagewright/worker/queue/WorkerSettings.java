package dev.pagewright.worker.queue;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.OptionalInt;

/** How a worker takes its tasks, and what it allows a page. */
@ConfigMapping(prefix = "pagewright.worker")
public interface WorkerSettings {

    /** Pages read at the same time; by default as many as there are cores. */
    OptionalInt threads();

    /** Pages of short jobs that are read besides those, so that a person who waits never waits for a long job. */
    @WithDefault("1")
    int expressSlots();

    /** Part of the shared threads for short jobs, where long ones want them too. */
    @WithDefault("2")
    int expressWeight();

    @WithDefault("1")
    int standardWeight();

    /** Pages that wait for a vision endpoint besides those; without an endpoint they share the threads. */
    @WithDefault("4")
    int visionSlots();

    /** Time for one page. */
    @WithDefault("120s")
    Duration pageTime();

    /** What a page gets beyond its time before its thread is given up, since native code cannot be interrupted. */
    @WithDefault("20s")
    Duration grace();

    /** Threads that may be lost in native code before the worker ends itself, to be started anew. */
    @WithDefault("2")
    int lostThreads();

    /** How long a page waits for a blob store or a broker that is away, before it is left to others. */
    @WithDefault("60s")
    Duration patience();

    /** How long pages at work may go on when the worker stops; then they are released. */
    @WithDefault("15s")
    Duration stop();

    /** A member asks one broker after the other, and waits this long at each. */
    @WithDefault("50ms")
    Duration fetchWait();

    /** Originals kept on local disk, where the blob store does not lie there. */
    @WithDefault("2147483648")
    long cacheBytes();

    Quarantine quarantine();

    /** A page that was delivered before is read in a process of its own. */
    interface Quarantine {

        /** Heap of the process. */
        @WithDefault("1024")
        int heapMegabytes();

        /** All its memory, native code included, where the system can limit it; 0: no limit. */
        @WithDefault("8192")
        int addressSpaceMegabytes();

        /** What it may write to its folder, which goes with it: a page's pictures and decoded streams are far below. */
        @WithDefault("2048")
        int diskMegabytes();

        /** What the process gets beyond the page's time, to start. */
        @WithDefault("30s")
        Duration start();
    }

    default int threadsOrCores() {
        return threads().orElse(Runtime.getRuntime().availableProcessors());
    }
}
