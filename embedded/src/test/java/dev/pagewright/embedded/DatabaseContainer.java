package dev.pagewright.embedded;

import java.io.IOException;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.images.builder.Transferable;

/** A PostgreSQL server in a container of its own, with the services' roles. */
record DatabaseContainer(GenericContainer<?> container, String url, DatabaseLogins logins)
        implements TestServers.Database {

    private static final String PASSWORD = "/run/secrets/database-superuser";
    private static final int CONNECTIONS = 120;

    static DatabaseContainer start() throws IOException {
        DatabaseLogins logins = DatabaseLogins.generate(new SecureRandom());
        int port = FreePorts.find(1).getFirst();
        GenericContainer<?> container = Containers.open(Containers.DATABASE, port)
                .withEnv("POSTGRES_PASSWORD_FILE", PASSWORD)
                .withCopyToContainer(Transferable.of(logins.superuser().password()), PASSWORD)
                .withCommand("postgres", "-cport=" + port, "-cmax_connections=" + CONNECTIONS);
        container.start();
        String address = "127.0.0.1:%d/postgres".formatted(port);
        Login superuser = logins.superuser();
        Containers.answers(container, () -> {
            try (Connection connection = DriverManager.getConnection(
                    "jdbc:postgresql://" + address, superuser.user(), superuser.password())) {
                DatabaseRoles.set(connection, logins);
            }
        });
        return new DatabaseContainer(container, "postgresql://" + address, logins);
    }

    @Override
    public void close() {
        container.stop();
    }
}
