package dev.pagewright.gateway.queue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pagewright.gateway.testing.Api;
import dev.pagewright.gateway.testing.Backends;
import dev.pagewright.gateway.testing.Files;
import dev.pagewright.gateway.testing.Form;
import dev.pagewright.gateway.testing.SimulatedWorker;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** What the number of workers is made of. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class QueueDepthIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Inject
    QueueDepth depth;

    @Inject
    MeterRegistry meters;

    @Test
    void pages_without_workers_are_told_with_their_age_until_they_are_read() throws Exception {
        Api api = Api.account("internal");
        api.submit(Form.of(Files.pdf(7), "a.pdf"));

        depth.look();
        assertThat(gauge("pagewright.queue.pages")).isEqualTo(7);
        Awaitility.await().atMost(PATIENCE).untilAsserted(() -> {
            depth.look();
            assertThat(gauge("pagewright.queue.oldest.seconds")).isGreaterThan(1);
        });

        var worker = SimulatedWorker.start();
        try {
            Awaitility.await().atMost(PATIENCE).untilAsserted(() -> {
                depth.look();
                assertThat(gauge("pagewright.queue.pages")).isZero();
                assertThat(gauge("pagewright.queue.oldest.seconds")).isZero();
            });
        } finally {
            worker.close();
        }
    }

    private double gauge(String name) {
        return meters.get(name).tag("lane", "standard").gauge().value();
    }
}
