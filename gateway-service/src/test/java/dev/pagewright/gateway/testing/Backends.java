package dev.pagewright.gateway.testing;

import dev.pagewright.embedded.FreePorts;
import dev.pagewright.embedded.TestServers;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A real database and a real broker, both durable, for the tests of one run: {@code @QuarkusTestResource}. Blobs lie
 * in a directory beside them. Ports are free ones, so that runs do not meet. Where export and chat should listen, nobody
 * does, until a test starts an {@link InnerServiceStandIn}.
 */
public final class Backends implements QuarkusTestResourceLifecycleManager {

    public static final String DEMO_TOKEN = "pw_demo-token-of-the-tests";
    public static final String ADMIN_TOKEN = "admin-token-of-the-tests";
    public static final String SERVICE_TOKEN = "service-token-of-the-tests";

    /** What the gateway under test logs, of all tests. */
    public static final Path LOG = Path.of("target", "gateway-it.log").toAbsolutePath();

    public static final Path ACCESS_LOG = LOG.resolveSibling("gateway-access.log");

    private TestServers.@Nullable Database database;
    private TestServers.@Nullable Broker broker;

    @Override
    public Map<String, String> start() {
        try {
            Path directory = Files.createTempDirectory("pagewright-gateway");
            List<Integer> ports = FreePorts.find(2);
            Files.deleteIfExists(LOG); // of an earlier run
            Files.deleteIfExists(ACCESS_LOG);
            database = TestServers.database(directory);
            broker = TestServers.broker(directory.resolve("broker"));
            Map<String, String> settings = new HashMap<>();
            settings.put("pagewright.database.url", database.url());
            settings.put("pagewright.database.user", database.logins().gateway().user());
            settings.put(
                    "pagewright.database.password", database.logins().gateway().password());
            settings.put("pagewright.kafka", broker.bootstrapServers());
            settings.put(
                    "pagewright.blob-directory",
                    Files.createDirectories(directory.resolve("blobs")).toString());
            settings.put("pagewright.secret-key", "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=");
            settings.put("pagewright.service-token", SERVICE_TOKEN);
            settings.put("pagewright.demo-token", DEMO_TOKEN);
            settings.put("pagewright.admin-token", ADMIN_TOKEN);
            settings.put("pagewright.export-url", "http://127.0.0.1:" + ports.get(0));
            settings.put("pagewright.chat-url", "http://127.0.0.1:" + ports.get(1));
            settings.put("pagewright.plans.slow.pages-per-file", "5");
            settings.put("pagewright.plans.slow.bytes-per-file", "1000000");
            settings.put("pagewright.plans.slow.requests-per-minute", "60");
            settings.put("pagewright.plans.slow.failed-pages-per-day", "12");
            settings.put("pagewright.queue.queued-pages", "600");
            settings.put("pagewright.queue.grace", "1s");
            settings.put("pagewright.queue.reconcile", "300ms");
            settings.put("pagewright.outcomes.fault-patience", "3s");
            settings.put("pagewright.webhooks.allowed-networks", "127.0.0.1/32");
            settings.put("pagewright.webhooks.pauses", "10ms,20ms,30ms");
            settings.put("pagewright.webhooks.sweep", "100ms");
            settings.put("quarkus.log.console.level", "INFO");
            settings.put("quarkus.log.file.enabled", "true");
            settings.put("quarkus.log.file.path", LOG.toString());
            settings.put("quarkus.log.file.rotation.max-file-size", "1G");
            settings.put("quarkus.http.access-log.enabled", "true");
            settings.put("quarkus.http.access-log.log-to-file", "true");
            settings.put(
                    "quarkus.http.access-log.log-directory",
                    Path.of("target").toAbsolutePath().toString());
            settings.put("quarkus.http.access-log.base-file-name", "gateway-access");
            settings.put("quarkus.http.access-log.log-suffix", ".log");
            settings.put("quarkus.http.access-log.rotate", "false");
            settings.put("pagewright.access.bad-tokens-per-minute", "300");
            settings.put("pagewright.upload.pace-window", "2s");
            settings.put("pagewright.upload.shortest-deadline", "6s");
            settings.put("pagewright.http.trust-forwarded", "true");
            settings.put("pagewright.answer.patience", "3s");
            settings.put("pagewright.poison.first-minutes", "2H");
            settings.put("quarkus.http.test-port", "0");
            settings.put("quarkus.management.test-port", "0");
            return settings;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {
        try {
            if (broker != null) {
                broker.close();
            }
            if (database != null) {
                database.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
