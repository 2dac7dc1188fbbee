package dev.pagewright.standalone.system;

import dev.pagewright.standalone.process.Detached;
import dev.pagewright.standalone.process.JavaProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A launcher as a process of its own that outlives the command that starts it. */
public final class DetachedSystem {

    private static final Duration LIMIT = Duration.ofMinutes(5);

    private static final String NOT_READY = "The system is not ready after five minutes; its logs say why: ";

    private DetachedSystem() {}

    /**
     * Starts a launcher and returns once its system is ready.
     *
     * @param main class that runs the command line
     * @param arguments of the command line
     * @throws CannotStartException with the launcher's own sentence
     */
    public static RunningSystem start(DataFolder folder, Class<?> main, List<String> arguments)
            throws IOException, InterruptedException {
        folder.make();
        Path log = folder.logs().resolve("launcher.log");
        long before = Files.exists(log) ? Files.size(log) : 0;
        Process launcher = launch(log, main, arguments);
        long deadline = System.nanoTime() + LIMIT.toNanos();
        while (System.nanoTime() < deadline) {
            if (launcher.waitFor(100, TimeUnit.MILLISECONDS) && !anotherStarts(folder)) {
                throw new CannotStartException(lastSentence(log, before));
            }
            Optional<RunningSystem> running = RunningSystem.find(folder);
            if (running.filter(RunningSystem::ready).isPresent()) {
                return running.get();
            }
        }
        launcher.destroy();
        throw new CannotStartException(NOT_READY + folder.logs());
    }

    /** Waits for a system that another call starts. */
    public static RunningSystem awaitReady(DataFolder folder, RunningSystem starting)
            throws IOException, InterruptedException {
        RunningSystem system = starting;
        long deadline = System.nanoTime() + LIMIT.toNanos();
        while (!system.ready()) {
            if (System.nanoTime() > deadline) {
                throw new CannotStartException(NOT_READY + folder.logs());
            }
            TimeUnit.MILLISECONDS.sleep(100);
            system = RunningSystem.find(folder)
                    .orElseThrow(() -> new CannotStartException("The system has stopped while it started."));
        }
        return system;
    }

    /** Whether another call was faster: then its system does for this one too. */
    private static boolean anotherStarts(DataFolder folder) throws IOException, InterruptedException {
        Optional<SystemLock> lock = SystemLock.take(folder.lock());
        if (lock.isPresent()) {
            lock.get().close();
            return false;
        }
        TimeUnit.MILLISECONDS.sleep(100);
        return true;
    }

    private static Process launch(Path log, Class<?> main, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(JavaProgram.java()));
        command.addAll(Heap.LAUNCHER.options());
        command.add("-Dpagewright.home=" + System.getProperty("pagewright.home", ""));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(arguments);
        return new ProcessBuilder(Detached.command(command))
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
    }

    private static String lastSentence(Path log, long from) throws IOException {
        byte[] all = Files.readAllBytes(log);
        int start = from <= all.length ? (int) from : 0;
        String said = new String(all, start, all.length - start, java.nio.charset.StandardCharsets.UTF_8).strip();
        String last = said.substring(said.lastIndexOf('\n') + 1);
        return last.startsWith("pagewright: ")
                ? last.substring("pagewright: ".length())
                : "The launcher has ended; its log says why: " + log;
    }
}
