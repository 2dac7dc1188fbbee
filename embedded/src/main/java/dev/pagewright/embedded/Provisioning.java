package dev.pagewright.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Makes the services' users, passwords and rights on a broker and a database that run elsewhere, such as in containers:
 * the same that the embedded ones have. Safe to run at each start: what is as it should be stays, a password that has
 * changed is set. Nothing is taken away, for others may use the same servers.
 */
public final class Provisioning {

    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final Duration PAUSE = Duration.ofSeconds(2);

    /** Kept here: a logger that nobody holds forgets its level. */
    private static final Logger CLIENTS = Logger.getLogger("org.apache.kafka");

    private Provisioning() {}

    /**
     * Waits for both servers. Reads {@code PAGEWRIGHT_KAFKA} (host and port), {@code PAGEWRIGHT_DATABASE_URL}
     * ({@code postgresql://host:port/postgres}) and {@code PAGEWRIGHT_SECRETS}, the folder with a file for each
     * password ({@code /run/secrets}).
     */
    public static void main(String[] arguments) throws InterruptedException {
        Map<String, String> environment = System.getenv();
        CLIENTS.setLevel(Level.WARNING);
        try {
            Path secrets = Path.of(environment.getOrDefault("PAGEWRIGHT_SECRETS", "/run/secrets"));
            String url = environment.getOrDefault("PAGEWRIGHT_DATABASE_URL", "postgresql://database:5432/postgres");
            String servers = environment.getOrDefault("PAGEWRIGHT_KAFKA", "broker:9092");
            DatabaseLogins database = databaseLogins(secrets);
            BrokerLogins broker = brokerLogins(secrets);
            repeat("database", () -> database(url, database));
            repeat("broker", () -> broker(servers, broker));
            System.out.println("users and rights are there");
        } catch (IOException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    /** Makes the roles of gateway and chat, with a schema for each. */
    static void database(String url, DatabaseLogins logins) throws IOException {
        try (Connection superuser = DriverManager.getConnection(
                "jdbc:" + url, logins.superuser().user(), logins.superuser().password())) {
            DatabaseRoles.set(superuser, logins);
        } catch (SQLException e) {
            throw new IOException("the database's roles cannot be set: " + e.getMessage(), e);
        }
    }

    /** Makes the services' users, and rules for them; no other rule is touched. */
    static void broker(String servers, BrokerLogins logins) throws IOException {
        BrokerLock.add(servers, logins);
    }

    private static DatabaseLogins databaseLogins(Path secrets) throws IOException {
        return DatabaseLogins.of(
                secret(secrets, "database-superuser"),
                secret(secrets, "database-gateway"),
                secret(secrets, "database-chat"));
    }

    private static BrokerLogins brokerLogins(Path secrets) throws IOException {
        return BrokerLogins.of(
                secret(secrets, "broker-itself"),
                secret(secrets, "broker-gateway"),
                secret(secrets, "broker-worker"),
                secret(secrets, "broker-chat"),
                secret(secrets, "broker-reader"));
    }

    private static String secret(Path secrets, String name) throws IOException {
        Path file = secrets.resolve(name);
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new IOException("the secret " + file + " cannot be read", e);
        }
    }

    /** A server that has just been started refuses whoever comes, or does not know its own user yet. */
    private static void repeat(String server, Step step) throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                step.run();
                return;
            } catch (IOException e) {
                if (System.nanoTime() > end) {
                    throw e;
                }
                System.out.println("waiting for the " + server + ": " + e.getMessage());
            }
            TimeUnit.MILLISECONDS.sleep(PAUSE.toMillis());
        }
    }

    @FunctionalInterface
    private interface Step {
        void run() throws IOException;
    }
}
