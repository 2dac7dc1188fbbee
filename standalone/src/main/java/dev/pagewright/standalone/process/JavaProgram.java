package dev.pagewright.standalone.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * A Java program as a child process on this Java.
 *
 * @param arguments after {@code java}: its options and what it runs
 * @param environment set over this process's own
 * @param log appended to
 * @param temporary its own folder for temporary files, emptied before each start
 */
public record JavaProgram(
        String name,
        List<String> arguments,
        Map<String, String> environment,
        LogFile log,
        Path temporary,
        BooleanSupplier isReady,
        Supplier<Pulse> look)
        implements Program {

    public JavaProgram {
        arguments = List.copyOf(arguments);
        environment = Map.copyOf(environment);
    }

    /** The {@code java} that runs this program. */
    public static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    @Override
    public ProcessHandle start() throws IOException {
        Files.createDirectories(log.path().toAbsolutePath().getParent());
        Files.createDirectories(temporary);
        Emptied.folder(temporary);
        List<String> command = new ArrayList<>(List.of(java(), "-Djava.io.tmpdir=" + temporary));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(Detached.command(command));
        builder.environment().putAll(environment);
        builder.redirectErrorStream(true);
        builder.redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
        builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.path().toFile()));
        return builder.start().toHandle();
    }

    @Override
    public boolean ready() {
        return isReady.getAsBoolean();
    }

    @Override
    public Pulse pulse() {
        return look.get();
    }

    @Override
    public void askToEnd(ProcessHandle process) {
        process.destroy();
    }
}
