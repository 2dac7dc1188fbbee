package dev.pagewright.chat.testing;

import dev.pagewright.embedded.TestServers;
import dev.pagewright.event.Topics;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;

/** Broker and database of a test run, with the public topics. */
public class Surroundings implements QuarkusTestResourceLifecycleManager {

    public static final String SERVICE_TOKEN = "service-token-of-the-tests";

    private final Deque<AutoCloseable> running = new ArrayDeque<>();

    @Override
    public Map<String, String> start() {
        try {
            Path directory = Files.createTempDirectory("chat-it");
            TestServers.Broker broker = keep(TestServers.broker(directory.resolve("kafka")));
            TestServers.Database database =
                    keep(TestServers.database(Files.createDirectory(directory.resolve("postgres"))));
            GatewayStandIn gateway = keep(GatewayStandIn.start(SERVICE_TOKEN));
            createTopics(broker.bootstrapServers());
            return settings(broker, database, gateway);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private <T extends AutoCloseable> T keep(T started) {
        running.push(started);
        return started;
    }

    private static Map<String, String> settings(
            TestServers.Broker broker, TestServers.Database database, GatewayStandIn gateway) {
        Map<String, String> settings = new HashMap<>();
        settings.put("PAGEWRIGHT_KAFKA", broker.bootstrapServers());
        settings.put("PAGEWRIGHT_DATABASE_URL", database.url());
        settings.put("PAGEWRIGHT_DATABASE_USER", database.logins().chat().user());
        settings.put("PAGEWRIGHT_DATABASE_PASSWORD", database.logins().chat().password());
        settings.put("pagewright.service-token", SERVICE_TOKEN);
        settings.put("pagewright.gateway-inner-url", gateway.url());
        settings.put("quarkus.http.test-port", "0");
        return settings;
    }

    private static void createTopics(String bootstrapServers) {
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers))) {
            admin.createTopics(List.of(topic(Topics.JOB_EVENTS), topic(Topics.DEAD_LETTERS)))
                    .all()
                    .get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException("the topics cannot be created", e);
        }
    }

    private static NewTopic topic(String name) {
        return new NewTopic(name, Optional.of(1), Optional.empty());
    }

    @Override
    public void stop() {
        while (!running.isEmpty()) {
            try {
                running.pop().close();
            } catch (Exception e) {
                throw new IllegalStateException("a part of the surroundings does not stop", e);
            }
        }
    }
}
