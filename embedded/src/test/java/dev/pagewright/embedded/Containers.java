package dev.pagewright.embedded;

import com.github.dockerjava.api.exception.NotFoundException;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.AbstractWaitStrategy;
import org.testcontainers.containers.wait.strategy.WaitStrategy;
import org.testcontainers.utility.DockerImageName;

/** Containers of tests, by Testcontainers; the images are those of the compose file, by the same names. */
final class Containers {

    static final String BROKER = image("KAFKA_IMAGE", "apache/kafka:4.2.0");
    static final String DATABASE = image("POSTGRES_IMAGE", "postgres:18");

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    /** Who starts one asks it ({@link #answers}); Testcontainers' own way would fetch an image to ask from. */
    private static final WaitStrategy NOTHING = new AbstractWaitStrategy() {
        @Override
        protected void waitUntilReady() {}
    };

    private Containers() {}

    private static String image(String variable, String usual) {
        return System.getenv().getOrDefault(variable, usual);
    }

    static String images() {
        return "containers of %s and %s".formatted(BROKER, DATABASE);
    }

    /** What is not there of the engine and the images; nothing is fetched. */
    static List<String> missing() {
        if (!DockerClientFactory.instance().isDockerAvailable()) {
            return List.of("a container engine");
        }
        return List.of(BROKER, DATABASE).stream()
                .filter(image -> !present(image))
                .toList();
    }

    private static boolean present(String image) {
        try {
            DockerClientFactory.instance().client().inspectImageCmd(image).exec();
            return true;
        } catch (NotFoundException e) {
            return false;
        }
    }

    /** A container of an image whose port is the same within and without: what it tells clients must be true for both. */
    static GenericContainer<?> open(String image, int port) {
        var container = new GenericContainer<>(DockerImageName.parse(image)).waitingFor(NOTHING);
        container.setPortBindings(List.of("127.0.0.1:%1$d:%1$d".formatted(port)));
        return container;
    }

    /** A question that fails until the server answers. */
    @FunctionalInterface
    interface Trial {
        void run() throws Exception;
    }

    /** Waits until a server answers. */
    static void answers(GenericContainer<?> container, Trial trial) throws IOException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                trial.run();
                return;
            } catch (Exception e) {
                if (System.nanoTime() - end >= 0 || !container.isRunning()) {
                    String said = container.getLogs();
                    container.stop();
                    throw new IOException("the container does not answer: " + said, e);
                }
            }
            try {
                TimeUnit.MILLISECONDS.sleep(200);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("stopped while a container started", e);
            }
        }
    }
}
