package dev.pagewright.standalone.system;

import dev.pagewright.embedded.DatabaseLogins;
import dev.pagewright.embedded.EmbeddedDatabase;
import dev.pagewright.standalone.process.Program;
import dev.pagewright.standalone.process.Pulse;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** PostgreSQL on the data folder. */
final class DatabaseProgram implements Program {

    /** For its children to leave by themselves; the next start recovers from its log either way. */
    private static final Duration IMMEDIATE = Duration.ofSeconds(2);

    private final Path directory;
    private final int port;
    private final DatabaseLogins logins;
    private final DatabaseDoor door;
    private @Nullable EmbeddedDatabase database;

    DatabaseProgram(Path directory, int port, DatabaseLogins logins) {
        this.directory = directory;
        this.port = port;
        this.logins = logins;
        this.door = new DatabaseDoor(port);
    }

    @Override
    public String name() {
        return Programs.DATABASE;
    }

    /** Returns once it answers. */
    @Override
    public ProcessHandle start() throws IOException {
        if (database != null) {
            database.close();
            database = null;
        }
        database = EmbeddedDatabase.start(directory, port, logins);
        return PostgresProcess.of(directory).orElseThrow(() -> new IOException("the database has ended at once"));
    }

    @Override
    public boolean ready() {
        return true; // what has a pulse takes work: there is no start without an answer
    }

    /** A server that was told to end (SIGTERM) waits for its clients, who stay, and takes no new ones. */
    @Override
    public Pulse pulse() {
        if (PostgresProcess.stopping(directory)) {
            return Pulse.ENDING;
        }
        return door.opens() ? Pulse.LIVE : Pulse.SILENT;
    }

    @Override
    public void askToEnd(ProcessHandle process) {
        PostgresProcess.stopFast(process);
    }

    /** Without waiting for anything ("immediate shutdown"), and by force where even that is not heard. */
    @Override
    public void end(ProcessHandle process) {
        List<ProcessHandle> children = process.descendants().toList();
        PostgresProcess.stopImmediately(process);
        try {
            process.onExit().get(IMMEDIATE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (TimeoutException | ExecutionException e) {
            // a halted server hears nothing
        }
        process.destroyForcibly();
        children.forEach(ProcessHandle::destroyForcibly);
    }
}
