package dev.pagewright.standalone.command;

import dev.pagewright.standalone.system.CannotStartException;
import dev.pagewright.standalone.system.DataFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows the end of the logs, and what is added to them. */
@Command(name = "logs", description = "Shows the logs: of one service, or of all.")
final class LogsCommand implements Callable<Integer> {

    @Mixin
    private final DataOption data = new DataOption();

    @Parameters(arity = "0..1", paramLabel = "SERVICE", description = "Such as gateway or ocr-worker (default: all).")
    private @Nullable String service;

    @Option(
            names = {"-f", "--follow"},
            description = "Goes on until Ctrl-C.")
    private boolean follow;

    @Override
    public Integer call() throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("tail", "-n", "200"));
        if (follow) {
            command.add("-F");
        }
        logs().forEach(log -> command.add(log.toString()));
        return new ProcessBuilder(command).inheritIO().start().waitFor();
    }

    private List<Path> logs() throws IOException {
        DataFolder folder = data.theRunningOne();
        List<Path> all = new ArrayList<>();
        if (Files.isDirectory(folder.logs())) {
            try (Stream<Path> files = Files.list(folder.logs())) {
                files.filter(file -> file.toString().endsWith(".log")).sorted().forEach(all::add);
            }
        }
        List<Path> wanted = all.stream()
                .filter(file -> service == null || file.getFileName().toString().equals(service + ".log"))
                .toList();
        if (wanted.isEmpty()) {
            throw new CannotStartException(
                    service == null
                            ? "There are no logs in " + folder.logs() + "."
                            : "There is no log of %s; there are: %s."
                                    .formatted(
                                            service,
                                            String.join(
                                                    ", ",
                                                    all.stream()
                                                            .map(file -> file.getFileName()
                                                                    .toString()
                                                                    .replace(".log", ""))
                                                            .toList())));
        }
        return wanted;
    }
}
