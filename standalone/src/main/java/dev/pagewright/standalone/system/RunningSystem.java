package dev.pagewright.standalone.system;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A system as another process sees it: what its launcher has written down. */
public record RunningSystem(DataFolder folder, SystemRecord record, Secrets secrets) {

    /** @return empty where none runs on the folder; one that is starting counts once its first process is there */
    public static Optional<RunningSystem> find(DataFolder folder) throws IOException {
        Optional<SystemRecord> record = SystemRecord.read(folder.record());
        if (record.flatMap(RunningSystem::launcher).isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new RunningSystem(folder, record.get(), Secrets.ofFile(folder.secrets(), new SecureRandom())));
    }

    public boolean ready() {
        return record.ready();
    }

    /** Lets the worker end what it does and start again, to find what has been added. */
    public void restartWorker() {
        record.processes().stream()
                .filter(entry -> entry.name().equals(Programs.WORKER))
                .findFirst()
                .flatMap(SystemRecord.Entry::find)
                .ifPresent(ProcessHandle::destroy);
    }

    private static Optional<ProcessHandle> launcher(SystemRecord record) {
        return record.processes().stream()
                .filter(entry -> entry.name().equals(Programs.LAUNCHER))
                .findFirst()
                .flatMap(SystemRecord.Entry::find);
    }

    /** Asks the launcher to stop everything, and waits. @return whether it has ended in time */
    public boolean stop(Duration limit) throws InterruptedException {
        Optional<ProcessHandle> launcher = launcher(record);
        if (launcher.isEmpty()) {
            return true;
        }
        launcher.get().destroy();
        try {
            launcher.get().onExit().get(limit.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException | ExecutionException e) {
            return !launcher.get().isAlive();
        }
    }
}
