package dev.pagewright.standalone.system;

import dev.pagewright.standalone.process.ProcessMark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The database server's own process: started through a tool that leaves at once, so found by the file it writes. */
final class PostgresProcess {

    private PostgresProcess() {}

    /** The server that runs on this folder. */
    static Optional<ProcessHandle> of(Path database) {
        Path file = database.resolve("data").resolve("postmaster.pid");
        try {
            List<String> lines = Files.readAllLines(file); // number, folder, start in seconds, port, ...
            return new ProcessMark(
                            Long.parseLong(lines.get(0).strip()),
                            Instant.ofEpochSecond(Long.parseLong(lines.get(2).strip())))
                    .find();
        } catch (IOException | NumberFormatException | IndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    /** Asks it to end without waiting for its clients ("fast shutdown": SIGINT), and returns at once. */
    static void stopFast(ProcessHandle server) {
        try {
            new ProcessBuilder("kill", "-INT", Long.toString(server.pid())).start();
        } catch (IOException e) {
            server.destroy();
        }
    }
}
