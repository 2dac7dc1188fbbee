package dev.pagewright.standalone.addition;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A program of this machine that fetches something. */
record Tool(List<String> command) {

    Tool {
        command = List.copyOf(command);
    }

    /** The first of the names that is on the search path. */
    static Optional<Tool> find(String... names) {
        String path = System.getenv().getOrDefault("PATH", "");
        return Stream.of(names)
                .filter(name -> Stream.of(path.split(":"))
                        .map(directory -> Path.of(directory, name))
                        .anyMatch(Files::isExecutable))
                .map(name -> new Tool(List.of(name)))
                .findFirst();
    }

    /** Runs it; what it says goes to a file, for a sentence about its failure. @return whether it succeeded in time */
    boolean run(Path directory, Duration limit, String... arguments) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Stream.concat(command.stream(), Stream.of(arguments)).toList())
                .directory(directory.toFile())
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectErrorStream(true)
                .redirectOutput(said(directory).toFile())
                .start();
        try {
            return process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS) && process.exitValue() == 0;
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    /** The last line that a run in this directory has said. */
    static String lastWords(Path directory) throws IOException {
        List<String> lines = Files.exists(said(directory)) ? Files.readAllLines(said(directory)) : List.of();
        return lines.isEmpty() ? "it says nothing" : lines.get(lines.size() - 1).strip();
    }

    private static Path said(Path directory) {
        return directory.resolve("said");
    }
}
