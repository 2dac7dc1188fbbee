package dev.pagewright.gateway.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class FailedShardsTest {

    private static final List<Short> ALL = List.of((short) 0, (short) 1, (short) 2, (short) 3);

    private final FailedShards shards = new FailedShards();

    @Test
    void a_shard_that_failed_comes_last_and_after_a_pause() {
        assertThat(shards.failed((short) 0, Duration.ofMillis(5), 0)).isTrue();

        assertThat(shards.order(ALL, seconds(0.9))).containsExactly((short) 1, (short) 2, (short) 3);
        assertThat(shards.order(ALL, seconds(1.1))).containsExactly((short) 1, (short) 2, (short) 3, (short) 0);
    }

    @Test
    void one_that_takes_long_to_fail_pauses_longer_but_never_long_after_the_broker_is_back() {
        shards.failed((short) 1, Duration.ofSeconds(2), 0);
        shards.failed((short) 2, Duration.ofMinutes(1), 0);

        assertThat(shards.order(ALL, seconds(5.9))).containsExactly((short) 0, (short) 3);
        assertThat(shards.order(ALL, seconds(6.1))).containsExactly((short) 0, (short) 3, (short) 1);
        assertThat(shards.order(ALL, seconds(15.1))).containsExactly((short) 0, (short) 3, (short) 1, (short) 2);
    }

    @Test
    void one_that_works_again_is_as_any_other() {
        shards.failed((short) 0, Duration.ofSeconds(2), 0);
        assertThat(shards.failed((short) 0, Duration.ofSeconds(2), 1)).isFalse();
        shards.works((short) 0);

        assertThat(shards.order(ALL, 2)).containsExactlyElementsOf(ALL);
    }

    private static long seconds(double seconds) {
        return (long) (seconds * 1e9);
    }
}
