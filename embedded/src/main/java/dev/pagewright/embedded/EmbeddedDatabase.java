package dev.pagewright.embedded;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/**
 * One PostgreSQL server as a child process, durable (fsync and synchronous_commit on), bound to the loopback address.
 * Its data survive a kill of server or launcher.
 */
public final class EmbeddedDatabase implements AutoCloseable {

    private static final String USER = "postgres";
    private static final String DATABASE = "postgres";

    private final EmbeddedPostgres server;

    private EmbeddedDatabase(EmbeddedPostgres server) {
        this.server = server;
    }

    /**
     * Starts the server and returns once it answers.
     *
     * @param directory holds the data and, so that later starts are fast, the unpacked programs
     * @param port on the loopback address
     */
    public static EmbeddedDatabase start(Path directory, int port) throws IOException {
        Path data = directory.resolve("data");
        Files.createDirectories(data);
        EmbeddedPostgres server = EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setOverrideWorkingDirectory(directory.resolve("programs").toFile())
                .setPort(port)
                .setPGStartupWait(Duration.ofSeconds(60))
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("max_connections", "120")
                .setServerConfig("shared_buffers", "64MB")
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setRegisterShutdownHook(false)
                .setOutputRedirector(ProcessBuilder.Redirect.appendTo(
                        directory.resolve("server.log").toFile()))
                .setErrorRedirector(ProcessBuilder.Redirect.appendTo(
                        directory.resolve("server.log").toFile()))
                .start();
        return new EmbeddedDatabase(server);
    }

    /** {@code postgresql://host:port/database}, as the services take it. */
    public String url() {
        return "postgresql://127.0.0.1:%d/%s".formatted(server.getPort(), DATABASE);
    }

    public String user() {
        return USER;
    }

    public String password() {
        return USER;
    }

    public int port() {
        return server.getPort();
    }

    /** A connection for tests and checks; the caller closes it. */
    public Connection connect() throws SQLException {
        return server.getPostgresDatabase().getConnection();
    }

    /** A setting as the running server has it. */
    public String setting(String name) throws SQLException {
        try (Connection connection = connect();
                var statement = connection.prepareStatement("select current_setting(?)")) {
            statement.setString(1, name);
            try (var rows = statement.executeQuery()) {
                rows.next();
                return rows.getString(1);
            }
        }
    }

    /** Drops and makes anew a database of that name; for tests. */
    public String fresh(String name) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute("drop database if exists " + name + " with (force)");
            statement.execute("create database " + name);
        }
        return "postgresql://127.0.0.1:%d/%s".formatted(server.getPort(), name);
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
