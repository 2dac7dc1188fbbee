package dev.pagewright.standalone.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ProcessMarkTest {

    @Test
    void a_running_process_is_found_by_its_mark() {
        ProcessHandle self = ProcessHandle.current();

        assertThat(ProcessMark.of(self).find()).contains(self);
    }

    @Test
    void another_process_with_the_same_number_is_not_taken_for_it() {
        ProcessMark mark = ProcessMark.of(ProcessHandle.current());

        ProcessMark earlier = new ProcessMark(mark.pid(), mark.startedAt().minus(Duration.ofMinutes(1)));

        assertThat(earlier.find()).isEmpty();
    }

    @Test
    void a_process_that_has_ended_is_not_found() throws IOException, InterruptedException {
        Process process = new ProcessBuilder("sleep", "600").start();
        ProcessMark mark = ProcessMark.of(process.toHandle());

        process.destroyForcibly().waitFor();

        assertThat(mark.find()).isEmpty();
    }

    @Test
    void memory_of_a_process_is_told() {
        assertThat(ResidentMemory.bytes(ProcessHandle.current())).isGreaterThan(10_000_000);
    }
}
