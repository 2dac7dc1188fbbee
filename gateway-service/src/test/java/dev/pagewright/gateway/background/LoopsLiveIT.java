package dev.pagewright.gateway.background;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pagewright.gateway.testing.Api;
import dev.pagewright.gateway.testing.Backends;
import dev.pagewright.supervision.SupervisedThread;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Liveness tells of a loop that does not turn. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class LoopsLiveIT {

    private static final String LIVE = "/q/health/live";

    @Test
    void a_loop_that_does_not_turn_makes_liveness_fail_until_it_does() throws Exception {
        assertThat(status()).isEqualTo(200);
        CountDownLatch mayEnd = new CountDownLatch(1);
        var pace = new SupervisedThread.Pace(Duration.ofMillis(50), Duration.ofMillis(300));
        try (var stuck = new SupervisedThread("stuck-in-a-test", pace, () -> !mayEnd.await(1, TimeUnit.HOURS))) {
            stuck.start();

            Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> status() == 503);
            assertThat(Api.nobody().get(LIVE).body()).contains("stuck-in-a-test");

            mayEnd.countDown();
            Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> status() == 200);
        }
    }

    private static int status() throws Exception {
        return Api.nobody().get(LIVE).status();
    }
}
