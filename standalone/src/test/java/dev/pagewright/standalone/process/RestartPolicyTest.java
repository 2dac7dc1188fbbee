package dev.pagewright.standalone.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RestartPolicyTest {

    private final RestartPolicy policy =
            new RestartPolicy(Duration.ofMillis(200), Duration.ofSeconds(1), Duration.ofSeconds(60));

    @Test
    void the_first_end_is_followed_by_the_first_pause() {
        assertThat(policy.pause(Duration.ofSeconds(2), Duration.ZERO)).isEqualTo(Duration.ofMillis(200));
    }

    @Test
    void pauses_double_up_to_the_longest() {
        Duration first = policy.pause(Duration.ZERO, Duration.ZERO);
        Duration second = policy.pause(Duration.ZERO, first);
        Duration third = policy.pause(Duration.ZERO, second);
        Duration fourth = policy.pause(Duration.ZERO, third);

        assertThat(second).isEqualTo(Duration.ofMillis(400));
        assertThat(third).isEqualTo(Duration.ofMillis(800));
        assertThat(fourth).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void a_long_run_makes_good_what_was_before() {
        assertThat(policy.pause(Duration.ofSeconds(60), Duration.ofSeconds(1))).isEqualTo(Duration.ofMillis(200));
    }
}
