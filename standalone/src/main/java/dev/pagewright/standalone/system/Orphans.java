package dev.pagewright.standalone.system;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Processes whose launcher was killed. They are ended, services first, before another launcher starts its own: two
 * databases on one folder would be worse than a pause. Call with the {@link SystemLock} held.
 */
public final class Orphans {

    private static final Logger LOG = System.getLogger(Orphans.class.getName());
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final DataFolder folder;

    public Orphans(DataFolder folder) {
        this.folder = folder;
    }

    /** Those that run, in the order in which they may be ended. */
    public List<SystemRecord.Entry> find() {
        List<SystemRecord.Entry> found = new ArrayList<>();
        SystemRecord.read(folder.record()).map(SystemRecord::processes).orElse(List.of()).stream()
                .filter(entry -> entry.find()
                        .filter(process ->
                                process.pid() != ProcessHandle.current().pid())
                        .isPresent())
                .forEach(found::add);
        PostgresProcess.of(folder.database())
                .filter(process -> found.stream().noneMatch(entry -> entry.pid() == process.pid()))
                .ifPresent(process -> found.add(SystemRecord.Entry.of(Programs.DATABASE, process)));
        found.sort((one, other) -> Integer.compare(Programs.stopOrder(one.name()), Programs.stopOrder(other.name())));
        return found;
    }

    /**
     * Takes the folder, ends its orphans and gives it back. Does nothing where a launcher has it.
     *
     * @return whether there were any
     */
    public static boolean endThoseOf(DataFolder folder) throws IOException, InterruptedException {
        if (!Files.isDirectory(folder.run())) {
            return false;
        }
        Optional<SystemLock> lock = SystemLock.take(folder.lock());
        if (lock.isEmpty()) {
            return false;
        }
        try {
            return new Orphans(folder).end() > 0;
        } finally {
            lock.get().close();
        }
    }

    /** Ends them. @return how many there were */
    public int end() throws IOException, InterruptedException {
        List<SystemRecord.Entry> orphans = find();
        for (int order = 0; order <= Programs.LAST_ORDER; order++) {
            List<ProcessHandle> together = new ArrayList<>();
            for (SystemRecord.Entry entry : orphans) {
                if (Programs.stopOrder(entry.name()) == order) {
                    entry.find().ifPresent(process -> {
                        LOG.log(Level.INFO, "{0} of an earlier launcher is ended", entry.name());
                        askToEnd(entry.name(), process);
                        together.add(process);
                    });
                }
            }
            for (ProcessHandle process : together) {
                await(process);
            }
        }
        Files.deleteIfExists(folder.record());
        return orphans.size();
    }

    private static void askToEnd(String name, ProcessHandle process) {
        if (name.equals(Programs.DATABASE)) {
            PostgresProcess.stopFast(process);
        } else {
            process.destroy();
        }
    }

    private static void await(ProcessHandle process) throws InterruptedException {
        try {
            process.onExit().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            process.destroyForcibly();
            process.onExit().join();
        }
    }
}
