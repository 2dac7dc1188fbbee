package dev.pagewright.system.chaos;

import dev.pagewright.system.client.Waiting;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Every way in which somebody may stop a process. */
enum Stop {
    TERM,
    INT,
    QUIT,
    KILL,

    /** Halted for 20 s, and let go. */
    HALT {
        @Override
        void strike(long pid) throws IOException, InterruptedException {
            signal("STOP", pid);
            long until = System.nanoTime() + HALTED.toNanos();
            // who watches it may lose patience and end it before
            Waiting.until(
                    "the end of the halt",
                    HALTED.plusSeconds(5),
                    () -> (System.nanoTime() - until >= 0 || !alive(pid)) ? Boolean.TRUE : null);
            signal("CONT", pid);
        }
    };

    private static final Duration HALTED = Duration.ofSeconds(20);

    /** Does it; a process that is gone by then is no fault. */
    void strike(long pid) throws IOException, InterruptedException {
        signal(name(), pid);
    }

    private static boolean alive(long pid) {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isPresent();
    }

    private static void signal(String name, long pid) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, Long.toString(pid)).start().waitFor(10, TimeUnit.SECONDS);
    }
}
