package dev.pagewright.standalone.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class VigilTest {

    private final Vigil vigil =
            new Vigil(new Care(Duration.ofSeconds(5), Duration.ofSeconds(120), 3, 4, Duration.ofSeconds(10)));

    private int age;

    @Test
    void a_program_that_has_not_come_up_yet_has_its_time() {
        assertThat(after(60, Pulse.SILENT)).isEqualTo(Vigil.Verdict.LEAVE);
        assertThat(after(60, Pulse.DEAD)).isEqualTo(Vigil.Verdict.LEAVE);
        assertThat(after(1, Pulse.SILENT)).isEqualTo(Vigil.Verdict.END);
    }

    @Test
    void silence_is_borne_for_a_while_and_an_answer_ends_it() {
        after(5, Pulse.LIVE);
        for (int look = 0; look < 3; look++) {
            assertThat(after(10, Pulse.SILENT)).isEqualTo(Vigil.Verdict.LEAVE);
        }
        assertThat(after(5, Pulse.LIVE)).isEqualTo(Vigil.Verdict.LEAVE);
        for (int look = 0; look < 3; look++) {
            assertThat(after(10, Pulse.SILENT)).isEqualTo(Vigil.Verdict.LEAVE);
        }
        assertThat(after(10, Pulse.SILENT)).isEqualTo(Vigil.Verdict.END);
    }

    @Test
    void who_calls_itself_dead_is_believed_the_third_time() {
        after(5, Pulse.LIVE);
        assertThat(after(5, Pulse.DEAD)).isEqualTo(Vigil.Verdict.LEAVE);
        assertThat(after(5, Pulse.DEAD)).isEqualTo(Vigil.Verdict.LEAVE);
        assertThat(after(5, Pulse.DEAD)).isEqualTo(Vigil.Verdict.END);
    }

    @Test
    void who_ends_at_its_leisure_is_hastened_once_and_then_ended() {
        after(5, Pulse.LIVE);
        assertThat(after(1, Pulse.ENDING)).isEqualTo(Vigil.Verdict.HASTEN);
        assertThat(after(5, Pulse.ENDING)).isEqualTo(Vigil.Verdict.LEAVE);
        assertThat(after(6, Pulse.ENDING)).isEqualTo(Vigil.Verdict.END);
    }

    private Vigil.Verdict after(int seconds, Pulse pulse) {
        age += seconds;
        return vigil.look(pulse, Duration.ofSeconds(age));
    }
}
