package dev.pagewright.embedded;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

/**
 * One Kafka node (KRaft, broker and controller in one) in this JVM, with share groups on (KIP-932). Its log survives
 * a kill of the process: an acknowledged record is in the page cache of the machine, not of the process.
 * Not thread-safe; a JVM may hold several, each with a directory of its own.
 */
public final class EmbeddedBroker implements AutoCloseable {

    private static final int NODE = 1;
    private static final String LISTENER = "SERVICES";
    private static final String CONTROLLER = "CONTROLLER";

    private final KafkaRaftServer server;
    private final int port;

    private EmbeddedBroker(KafkaRaftServer server, int port) {
        this.server = server;
        this.port = port;
    }

    /**
     * Starts the node, open to every process of this machine: for tests alone.
     *
     * @param directory of the log; formatted where it is empty
     * @param port of the listener on the loopback address
     * @param controllerPort of the controller, on the loopback address
     */
    public static EmbeddedBroker start(Path directory, int port, int controllerPort) throws IOException {
        Files.createDirectories(directory);
        format(directory, List.of(), List.of());
        return start(port, settings(directory, port, controllerPort, "PLAINTEXT"));
    }

    /**
     * Starts the node and returns once it knows these logins and no others; the first connection may have to wait for
     * the controller a moment.
     *
     * @param directory of the log; formatted where it is empty
     * @param port of the listener on the loopback address
     * @param controllerPort of the controller, on the loopback address
     */
    public static EmbeddedBroker start(Path directory, int port, int controllerPort, BrokerLogins logins)
            throws IOException {
        Files.createDirectories(directory);
        BrokerLock lock = new BrokerLock(logins, directory);
        if (format(directory, lock.first(), BrokerRules.all())) {
            lock.seal();
        }
        Map<String, String> settings = settings(directory, port, controllerPort, "SASL_PLAINTEXT");
        settings.putAll(lock.settings(LISTENER, CONTROLLER));
        EmbeddedBroker broker = start(port, settings);
        try {
            lock.update(broker.bootstrapServers());
            return broker;
        } catch (IOException e) {
            broker.close();
            throw e;
        }
    }

    private static EmbeddedBroker start(int port, Map<String, String> settings) {
        KafkaRaftServer server = new KafkaRaftServer(new KafkaConfig(settings, false), Time.SYSTEM);
        server.startup();
        return new EmbeddedBroker(server, port);
    }

    /** Whether a broker on this directory lets in the services' logins, each to what is its own. */
    public static boolean closed(Path directory) {
        try {
            return BrokerLock.holds(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    /** @return whether it was not formatted yet */
    private static boolean format(Path directory, List<String> users, List<AclBinding> rules) throws IOException {
        if (Files.exists(directory.resolve("meta.properties"))) {
            return false;
        }
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        try {
            new Formatter()
                    .setPrintStream(new PrintStream(said, true, StandardCharsets.UTF_8))
                    .setNodeId(NODE)
                    .setClusterId(Uuid.randomUuid().toString())
                    .addDirectory(directory.toString())
                    .setMetadataLogDirectory(directory.toString())
                    .setControllerListenerName(CONTROLLER)
                    .setScramArguments(users)
                    .setReleaseVersion(MetadataVersion.LATEST_PRODUCTION)
                    .setIgnoreFormatted(true)
                    .run();
            FirstRules.write(directory, rules);
            return true;
        } catch (Exception e) {
            throw new IOException(
                    "the broker's directory cannot be formatted: " + said.toString(StandardCharsets.UTF_8), e);
        }
    }

    static Map<String, String> settings(Path directory, int port, int controllerPort, String protocol) {
        Map<String, String> settings = new HashMap<>();
        settings.put("process.roles", "broker,controller");
        settings.put("node.id", Integer.toString(NODE));
        settings.put("controller.quorum.voters", NODE + "@127.0.0.1:" + controllerPort);
        settings.put(
                "listeners",
                "%s://127.0.0.1:%d,%s://127.0.0.1:%d".formatted(LISTENER, port, CONTROLLER, controllerPort));
        settings.put("advertised.listeners", LISTENER + "://127.0.0.1:" + port);
        settings.put("listener.security.protocol.map", "%1$s:%2$s,%3$s:%2$s".formatted(LISTENER, protocol, CONTROLLER));
        settings.put("controller.listener.names", CONTROLLER);
        settings.put("inter.broker.listener.name", LISTENER);
        settings.put("log.dirs", directory.toString());
        settings.put("auto.create.topics.enable", "false");
        settings.put("num.partitions", "1");
        // one node: its internal topics cannot have more than one replica, and small ones start faster
        settings.put("offsets.topic.replication.factor", "1");
        settings.put("offsets.topic.num.partitions", "4");
        settings.put("transaction.state.log.replication.factor", "1");
        settings.put("transaction.state.log.min.isr", "1");
        settings.put("transaction.state.log.num.partitions", "1");
        settings.put("share.coordinator.state.topic.replication.factor", "1");
        settings.put("share.coordinator.state.topic.min.isr", "1");
        settings.put("share.coordinator.state.topic.num.partitions", "4");
        settings.put("group.initial.rebalance.delay.ms", "0");
        // a dead worker's pages come back within 30 s
        settings.put("group.share.record.lock.duration.ms", "30000");
        settings.put("group.share.min.record.lock.duration.ms", "1000");
        settings.put("group.share.delivery.count.limit", "10");
        settings.put("group.share.heartbeat.interval.ms", "3000");
        settings.put("group.share.session.timeout.ms", "15000");
        settings.put("group.share.min.session.timeout.ms", "6000");
        settings.put("group.share.min.heartbeat.interval.ms", "1000");
        settings.put("controlled.shutdown.enable", "false");
        settings.put("num.network.threads", "2");
        settings.put("num.io.threads", "3");
        settings.put("background.threads", "2");
        settings.put("num.recovery.threads.per.data.dir", "2");
        settings.put("log.cleaner.dedupe.buffer.size", "8388608");
        settings.put("log.cleaner.threads", "1");
        settings.put("log.segment.bytes", Integer.toString(64 << 20));
        settings.put("metadata.log.max.snapshot.interval.ms", "600000");
        return settings;
    }

    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }
}
