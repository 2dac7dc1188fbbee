package dev.pagewright.embedded;

import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Closes a database that is not running to everybody without a password. A fresh one, and one of an earlier version,
 * trusts whoever connects; so the superuser's password is set before the first connection is taken, by the server's
 * single-user mode, which no other process can reach.
 */
final class DatabaseLock {

    private static final long PATIENCE_SECONDS = 60;

    /** Every way in asks for a password; what is not named is refused. */
    private static final String WHO_MAY_CONNECT = """
            # written by Pagewright at each start
            local all all scram-sha-256
            host all all 127.0.0.1/32 scram-sha-256
            host all all ::1/128 scram-sha-256
            """;

    private final Path programs;
    private final Path data;
    private final Seal seal;

    /**
     * @param programs where PostgreSQL is unpacked
     * @param data folder of the cluster
     */
    DatabaseLock(Path programs, Path data) {
        this.programs = programs;
        this.data = data;
        this.seal = new Seal(data.resolveSibling("superuser.sha256"));
    }

    /** Makes this the superuser's password and passwords the only way in. The server does not run. */
    void close(Login superuser) throws IOException, InterruptedException {
        if (!seal.holds(superuser.password())) {
            run("alter role %s password '%s';".formatted(superuser.user(), superuser.password()));
            seal.set(superuser.password());
        }
        Files.writeString(data.resolve("pg_hba.conf"), WHO_MAY_CONNECT);
    }

    /** The statement goes through a pipe: a command line is for everybody to see. */
    private void run(String statement) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command());
        builder.redirectErrorStream(true);
        builder.redirectOutput(data.resolveSibling("single-user.log").toFile());
        Process server = builder.start();
        try (OutputStream in = server.getOutputStream()) {
            in.write((statement + "\n").getBytes(StandardCharsets.UTF_8));
        }
        if (!server.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) || server.exitValue() != 0) {
            server.destroyForcibly();
            throw new IOException("the database's superuser cannot be given a password; see "
                    + data.resolveSibling("single-user.log"));
        }
    }

    private List<String> command() throws IOException {
        List<String> command = List.of(
                program().toString(),
                "--single",
                "-D",
                data.toString(),
                "-c",
                "exit_on_error=on",
                "-c",
                "password_encryption=scram-sha-256",
                "-c",
                "log_statement=none",
                "-c",
                "log_min_error_statement=panic",
                "postgres");
        return LinuxUtils.isUnshareAvailable() ? asNobody(command) : command;
    }

    /** The server refuses to run as root; in a user namespace of its own it is nobody, with root's files. */
    private static List<String> asNobody(List<String> command) {
        return Stream.concat(Stream.of("unshare", "-U"), command.stream()).toList();
    }

    /** Of the version that was unpacked last: an update unpacks its own beside the old one. */
    private Path program() throws IOException {
        try (Stream<Path> versions = Files.list(programs)) {
            return versions.map(version -> version.resolve("bin").resolve("postgres"))
                    .filter(Files::isExecutable)
                    .max(Comparator.comparing(DatabaseLock::unpackedAt))
                    .orElseThrow(() -> new IOException("PostgreSQL is not unpacked in " + programs));
        }
    }

    private static java.nio.file.attribute.FileTime unpackedAt(Path program) {
        try {
            return Files.getLastModifiedTime(program.getParent());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
