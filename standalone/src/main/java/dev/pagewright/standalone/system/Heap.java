package dev.pagewright.standalone.system;

import java.util.ArrayList;
import java.util.List;

/**
 * What a JVM may take. Measured, not guessed: see the table in docs/commands.md.
 *
 * @param megabytes of the heap at most
 * @param hot whether it computes much itself, so that the optimising compiler pays for its own memory
 */
record Heap(int megabytes, boolean hot) {

    /** Unpacking the database, once, takes most of it. */
    static final Heap LAUNCHER = new Heap(192, false);

    static final Heap BROKER = new Heap(160, false);
    static final Heap GATEWAY = new Heap(256, false);
    static final Heap EXPORT = new Heap(320, false);
    static final Heap CHAT = new Heap(224, false);

    /** Pages are decoded one at a time per thread; a large one in colours takes most of its part. */
    static Heap worker(int threads) {
        return new Heap(256 + 384 * threads, true);
    }

    List<String> options() {
        List<String> options = new ArrayList<>(List.of(
                "-Xms16m",
                "-Xmx" + megabytes + "m",
                "-XX:+UseSerialGC",
                // a thread that a full memory has ended is missed by nobody: who watches starts all anew, in a sound
                // state
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:MinHeapFreeRatio=10",
                "-XX:MaxHeapFreeRatio=25",
                // what native code has freed goes back to the system
                "-XX:+UnlockExperimentalVMOptions",
                "-XX:+IgnoreUnrecognizedVMOptions",
                "-XX:TrimNativeHeapInterval=5000",
                "--enable-native-access=ALL-UNNAMED"));
        if (!hot) {
            options.add("-XX:TieredStopAtLevel=1");
        }
        return options;
    }
}
