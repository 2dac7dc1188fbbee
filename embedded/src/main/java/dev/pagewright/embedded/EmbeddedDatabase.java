package dev.pagewright.embedded;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/**
 * One PostgreSQL server as a child process, durable (fsync and synchronous_commit on), bound to the loopback address,
 * closed to everybody without a password. Its data survive a kill of server or launcher.
 */
public final class EmbeddedDatabase implements AutoCloseable {

    private static final String DATABASE = "postgres";

    private final EmbeddedPostgres server;
    private final DatabaseLogins logins;

    private EmbeddedDatabase(EmbeddedPostgres server, DatabaseLogins logins) {
        this.server = server;
        this.logins = logins;
    }

    /** Starts the server with passwords that nobody else is told; for tests. */
    public static EmbeddedDatabase start(Path directory, int port) throws IOException {
        return start(directory, port, DatabaseLogins.generate(new SecureRandom()));
    }

    /**
     * Starts the server and returns once it answers and knows these logins, and no others.
     *
     * @param directory holds the data and, so that later starts are fast, the unpacked programs
     * @param port on the loopback address
     */
    public static EmbeddedDatabase start(Path directory, int port, DatabaseLogins logins) throws IOException {
        Path data = directory.resolve("data");
        Path programs = directory.resolve("programs");
        Path log = directory.resolve("server.log");
        Files.createDirectories(data);
        EmbeddedPostgres server = EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setOverrideWorkingDirectory(programs.toFile())
                .setDataDirectoryCustomizer(
                        folder -> close(new DatabaseLock(programs, folder.toPath()), logins.superuser()))
                .setConnectConfig("password", logins.superuser().password())
                .setPort(port)
                .setPGStartupWait(Duration.ofSeconds(60))
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("max_connections", "120")
                .setServerConfig("shared_buffers", "64MB")
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("unix_socket_directories", "''")
                .setServerConfig("password_encryption", "scram-sha-256")
                // a service that is halted in a transaction keeps its locks no longer
                .setServerConfig("idle_in_transaction_session_timeout", "60s")
                // what a client that is gone has asked for is given up
                .setServerConfig("client_connection_check_interval", "10s")
                .setServerConfig("tcp_keepalives_idle", "30")
                .setRegisterShutdownHook(false)
                .setOutputRedirector(appendTo(log))
                .setErrorRedirector(appendTo(log))
                .start();
        EmbeddedDatabase database = new EmbeddedDatabase(server, logins);
        try (Connection connection = database.connect()) {
            DatabaseRoles.set(connection, logins);
            return database;
        } catch (SQLException e) {
            server.close();
            throw new IOException("the database's roles cannot be set", e);
        }
    }

    private static ProcessBuilder.Redirect appendTo(Path log) {
        return ProcessBuilder.Redirect.appendTo(log.toFile());
    }

    private static void close(DatabaseLock lock, Login superuser) {
        try {
            lock.close(superuser);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while the database was locked", e);
        }
    }

    /** {@code postgresql://host:port/database}, as the services take it. */
    public String url() {
        return "postgresql://127.0.0.1:%d/%s".formatted(server.getPort(), DATABASE);
    }

    public DatabaseLogins logins() {
        return logins;
    }

    public int port() {
        return server.getPort();
    }

    /** The superuser's connection, for tests and checks; the caller closes it. */
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

    /** Drops and makes anew a database of that name, which the gateway owns; for tests. */
    public String fresh(String name) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute("drop database if exists " + name + " with (force)");
            statement.execute(
                    "create database " + name + " owner " + logins.gateway().user());
        }
        return "postgresql://127.0.0.1:%d/%s".formatted(server.getPort(), name);
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
