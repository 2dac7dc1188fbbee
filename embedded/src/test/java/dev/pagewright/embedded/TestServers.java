package dev.pagewright.embedded;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * A real broker and a real database for tests. They run in containers where a container engine and both images are
 * there, and are the embedded ones otherwise; which, is printed once. {@code PAGEWRIGHT_TEST_SERVERS} decides it:
 * {@code containers} (fails where they cannot be had), {@code embedded}, or {@code auto}, which is what counts without.
 * Thread-safe.
 */
public final class TestServers {

    private TestServers() {}

    /** A running broker that is open to every process of this machine. */
    public interface Broker extends AutoCloseable {

        /** {@code host:port} */
        String bootstrapServers();

        @Override
        void close();
    }

    /** A running database with the services' roles. */
    public interface Database extends AutoCloseable {

        /** {@code postgresql://host:port/database}, as the services take it. */
        String url();

        DatabaseLogins logins();

        @Override
        void close() throws IOException;
    }

    private enum Kind {
        CONTAINERS,
        EMBEDDED;

        private static final Kind CHOSEN = choose();

        private static Kind choose() {
            String asked = System.getenv().getOrDefault("PAGEWRIGHT_TEST_SERVERS", "auto");
            Kind kind =
                    switch (asked) {
                        case "containers" -> CONTAINERS;
                        case "embedded" -> EMBEDDED;
                        case "auto" -> Containers.missing().isEmpty() ? CONTAINERS : EMBEDDED;
                        default ->
                            throw new IllegalStateException(
                                    "PAGEWRIGHT_TEST_SERVERS is containers, embedded or auto, not " + asked);
                    };
            System.out.printf(
                    Locale.ROOT,
                    "Broker and database of the tests: %s%n",
                    kind == CONTAINERS ? Containers.images() : "embedded");
            return kind;
        }
    }

    /** @param directory of the log where the broker is embedded */
    public static Broker broker(Path directory) throws IOException {
        List<Integer> ports = FreePorts.find(2);
        if (Kind.CHOSEN == Kind.CONTAINERS) {
            return BrokerContainer.start(ports.get(0), ports.get(1));
        }
        EmbeddedBroker broker = EmbeddedBroker.start(directory, ports.get(0), ports.get(1));
        return new Broker() {
            @Override
            public String bootstrapServers() {
                return broker.bootstrapServers();
            }

            @Override
            public void close() {
                broker.close();
            }
        };
    }

    /** @param directory of the data where the database is embedded */
    public static Database database(Path directory) throws IOException {
        if (Kind.CHOSEN == Kind.CONTAINERS) {
            return DatabaseContainer.start();
        }
        SharedPrograms.in(directory);
        EmbeddedDatabase database =
                EmbeddedDatabase.start(directory, FreePorts.find(1).getFirst());
        return new Database() {
            @Override
            public String url() {
                return database.url();
            }

            @Override
            public DatabaseLogins logins() {
                return database.logins();
            }

            @Override
            public void close() throws IOException {
                database.close();
            }
        };
    }
}
