package dev.pagewright.gateway.testing;

import dev.pagewright.embedded.FreePorts;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/** The packaged gateway in a process of its own, on the database, broker and blobs of the one under test. */
public final class SecondGateway implements AutoCloseable {

    private static final List<String> SHARED = List.of(
            "pagewright.database.url",
            "pagewright.database.user",
            "pagewright.database.password",
            "pagewright.kafka",
            "pagewright.blob-directory",
            "pagewright.secret-key",
            "pagewright.service-token",
            "pagewright.demo-token",
            "pagewright.admin-token",
            "pagewright.plans.slow.pages-per-file",
            "pagewright.plans.slow.bytes-per-file",
            "pagewright.plans.slow.requests-per-minute");

    private final Process process;
    private final int port;

    private SecondGateway(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Returns when it is ready. */
    public static SecondGateway start() throws IOException {
        List<Integer> ports = FreePorts.find(2);
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        ProcessBuilder builder = new ProcessBuilder(
                java.toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-jar",
                Path.of("target", "quarkus-app", "quarkus-run.jar").toString());
        Config config = ConfigProvider.getConfig();
        Map<String, String> environment = builder.environment();
        for (String name : SHARED) {
            environment.put(variable(name), config.getValue(name, String.class));
        }
        environment.put("PAGEWRIGHT_PORT", Integer.toString(ports.get(0)));
        environment.put("PAGEWRIGHT_INNER_PORT", Integer.toString(ports.get(1)));
        builder.redirectErrorStream(true)
                .redirectOutput(Path.of("target", "second-gateway.log").toFile());
        SecondGateway gateway = new SecondGateway(builder.start(), ports.get(0));
        Awaitility.await("second gateway; see target/second-gateway.log")
                .atMost(Duration.ofSeconds(90))
                .pollInterval(Duration.ofMillis(200))
                .until(gateway::ready);
        return gateway;
    }

    private static String variable(String name) {
        return name.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }

    private boolean ready() throws InterruptedException {
        if (!process.isAlive()) {
            throw new IllegalStateException("the second gateway ended; see target/second-gateway.log");
        }
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(
                            URI.create("http://127.0.0.1:%d/q/health/ready".formatted(port)))
                    .build();
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    public int port() {
        return port;
    }

    /** As {@code kill -9} does. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().orTimeout(30, java.util.concurrent.TimeUnit.SECONDS).join();
    }
}
