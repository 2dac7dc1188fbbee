package dev.pagewright.standalone.system;

import dev.pagewright.embedded.EmbeddedDatabase;
import dev.pagewright.standalone.process.Program;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** PostgreSQL on the data folder. */
final class DatabaseProgram implements Program {

    private final Path directory;
    private final int port;
    private @Nullable EmbeddedDatabase database;

    DatabaseProgram(Path directory, int port) {
        this.directory = directory;
        this.port = port;
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
        database = EmbeddedDatabase.start(directory, port);
        return PostgresProcess.of(directory).orElseThrow(() -> new IOException("the database has ended at once"));
    }

    @Override
    public boolean ready() {
        return true;
    }

    @Override
    public boolean stuck() {
        return false;
    }

    @Override
    public void askToEnd(ProcessHandle process) {
        PostgresProcess.stopFast(process);
    }
}
