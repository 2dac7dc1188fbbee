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

    private static final int STATE_LINE = 7;

    private PostgresProcess() {}

    /** The server that runs on this folder. */
    static Optional<ProcessHandle> of(Path database) {
        try {
            List<String> lines = told(database); // number, folder, start in seconds, port, ...
            return new ProcessMark(
                            Long.parseLong(lines.get(0).strip()),
                            Instant.ofEpochSecond(Long.parseLong(lines.get(2).strip())))
                    .find();
        } catch (IOException | NumberFormatException | IndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    /** Whether it has begun to end, whoever told it to. */
    static boolean stopping(Path database) {
        try {
            return told(database).get(STATE_LINE).strip().equals("stopping");
        } catch (IOException | IndexOutOfBoundsException e) {
            return false;
        }
    }

    private static List<String> told(Path database) throws IOException {
        return Files.readAllLines(database.resolve("data").resolve("postmaster.pid"));
    }

    /** Asks it to end without waiting for its clients ("fast shutdown": SIGINT), and returns at once. */
    static void stopFast(ProcessHandle server) {
        signal(server, "-INT");
    }

    /** Lets it end without writing anything ("immediate shutdown": SIGQUIT); the next start recovers from its log. */
    static void stopImmediately(ProcessHandle server) {
        signal(server, "-QUIT");
    }

    private static void signal(ProcessHandle server, String signal) {
        try {
            new ProcessBuilder("kill", signal, Long.toString(server.pid())).start();
        } catch (IOException e) {
            server.destroy();
        }
    }
}
