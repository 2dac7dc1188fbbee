package dev.pagewright.worker.model;

import java.time.Duration;
import java.util.Random;

/** Clients that do not wait between attempts. */
public final class TestModels {

    private TestModels() {}

    public static ModelSettings settings(OpenAiStandIn server) {
        return settings(server, Duration.ofSeconds(20));
    }

    public static ModelSettings settings(OpenAiStandIn server, Duration timeout) {
        return new ModelSettings(server.url(), "stand-in", "secret-key", timeout.toMillis(), 2, 1000);
    }

    public static ModelClient client(ModelSettings settings) {
        return client(settings, (duration, page) -> {});
    }

    static ModelClient client(ModelSettings settings, Pause pause) {
        return new ModelClient(
                settings,
                new CircuitBreaker(5, Duration.ofSeconds(30), System::nanoTime),
                new Retries(3, Duration.ofMillis(500), Duration.ofSeconds(30), new Random(1)),
                pause);
    }
}
