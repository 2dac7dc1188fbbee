package dev.pagewright.embedded;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.images.builder.Transferable;

/** The broker of {@link EmbeddedBroker} with the same settings, in a container of its own. */
record BrokerContainer(GenericContainer<?> container, String bootstrapServers) implements TestServers.Broker {

    /** Where the image looks for settings, as the compose file uses it as well. */
    private static final String SETTINGS = "/mnt/shared/config/server.properties";

    private static final String LOG = "/tmp/kafka-log";

    static BrokerContainer start(int port, int controllerPort) throws IOException {
        Map<String, String> settings =
                new TreeMap<>(EmbeddedBroker.settings(Path.of(LOG), port, controllerPort, "PLAINTEXT"));
        settings.computeIfPresent("listeners", (name, value) -> value.replaceFirst("127\\.0\\.0\\.1", "0.0.0.0"));
        String file = settings.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue() + "\n")
                .collect(Collectors.joining());
        GenericContainer<?> container = Containers.open(Containers.BROKER, port)
                .withEnv("CLUSTER_ID", "pagewright-tests-00001")
                .withCopyToContainer(Transferable.of(file), SETTINGS);
        container.start();
        String address = "127.0.0.1:" + port;
        Containers.answers(container, () -> {
            try (Admin admin = Admin.create(Map.of("bootstrap.servers", address, "default.api.timeout.ms", 5_000))) {
                admin.describeCluster().nodes().get(5, TimeUnit.SECONDS);
            }
        });
        return new BrokerContainer(container, address);
    }

    @Override
    public void close() {
        container.stop();
    }
}
