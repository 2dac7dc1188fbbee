package dev.pagewright.standalone.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A process as it is known to those who did not start it: a number that the system gives again to others, so the time
 * of its start goes with it.
 */
public record ProcessMark(long pid, Instant startedAt) {

    /** Clocks of the system and of this program differ by less. */
    private static final Duration TOLERANCE = Duration.ofSeconds(3);

    public static ProcessMark of(ProcessHandle process) {
        return new ProcessMark(process.pid(), process.info().startInstant().orElse(Instant.EPOCH));
    }

    /** The process, where it still runs and is the same. */
    public Optional<ProcessHandle> find() {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .filter(this::same)
                .filter(process -> !ended());
    }

    /** Whether it is only an entry that its parent has not collected yet; the system calls that alive. */
    private boolean ended() {
        try {
            String state = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
            return state.startsWith(") Z", state.lastIndexOf(')'));
        } catch (IOException e) {
            return false; // no such file system
        }
    }

    private boolean same(ProcessHandle process) {
        return process.info()
                .startInstant()
                .map(at -> Duration.between(startedAt, at).abs().compareTo(TOLERANCE) <= 0)
                .orElse(false);
    }
}
