package dev.pagewright.standalone.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WatchTest {

    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final SleepingProgram program = new SleepingProgram();
    private final Watch watch = new Watch(
            program,
            new RestartPolicy(Duration.ofMillis(1), Duration.ofMillis(2), Duration.ofSeconds(60)),
            new Care(Duration.ofMillis(5), Duration.ofSeconds(60), 3, 3, Duration.ofMillis(50)),
            () -> {});

    @AfterEach
    void stop() throws InterruptedException {
        watch.askToEnd();
        watch.awaitEnd(LIMIT);
    }

    @Test
    void a_program_that_is_killed_starts_again() throws InterruptedException {
        watch.start();
        ProcessHandle first = program.nextStart();

        first.destroyForcibly();
        ProcessHandle second = program.nextStart();

        assertThat(second.pid()).isNotEqualTo(first.pid());
        assertThat(watch.ends()).isEqualTo(1);
    }

    @Test
    void a_program_that_cannot_be_started_is_tried_again() throws InterruptedException {
        program.broken.set(true);

        watch.start();
        program.nextFailure();
        program.broken.set(false);

        assertThat(program.nextStart().isAlive()).isTrue();
        assertThat(watch.awaitReady(LIMIT)).isTrue();
    }

    @ParameterizedTest
    @EnumSource(names = "LIVE", mode = EnumSource.Mode.EXCLUDE)
    void a_program_that_is_beyond_help_is_ended_and_starts_again(Pulse pulse) throws InterruptedException {
        watch.start();
        ProcessHandle first = program.nextStart();
        assertThat(watch.awaitReady(LIMIT)).isTrue();

        program.pulse.set(pulse);
        ProcessHandle second = program.nextStart();
        program.pulse.set(Pulse.LIVE);

        assertThat(second.pid()).isNotEqualTo(first.pid());
    }

    @Test
    void a_program_that_cannot_be_started_is_told_as_failing_and_is_ready_once_it_can() throws InterruptedException {
        program.broken.set(true);
        watch.start();
        for (int failures = 0; failures < 5; failures++) {
            program.nextFailure();
        }
        assertThat(watch.condition()).isEqualTo(Condition.FAILING);

        program.broken.set(false);
        program.nextStart();

        assertThat(watch.awaitReady(LIMIT)).isTrue();
        assertThat(watch.condition()).isEqualTo(Condition.READY);
    }

    @Test
    void a_stopped_program_stays_stopped() throws InterruptedException {
        watch.start();
        ProcessHandle process = program.nextStart();

        watch.askToEnd();
        watch.awaitEnd(LIMIT);

        assertThat(process.isAlive()).isFalse();
        assertThat(watch.process()).isEmpty();
        assertThat(program.starts).isEmpty();
    }

    @Test
    void a_watch_that_never_started_ends_at_once() throws InterruptedException {
        watch.awaitEnd(LIMIT);

        assertThat(program.starts).isEmpty();
    }

    /** A real process that does nothing, and faults on demand. */
    private static final class SleepingProgram implements Program {

        final BlockingQueue<ProcessHandle> starts = new LinkedBlockingQueue<>();
        final BlockingQueue<String> failures = new LinkedBlockingQueue<>();
        final AtomicBoolean broken = new AtomicBoolean();
        final AtomicReference<Pulse> pulse = new AtomicReference<>(Pulse.LIVE);

        ProcessHandle nextStart() throws InterruptedException {
            ProcessHandle started = starts.poll(LIMIT.toSeconds(), TimeUnit.SECONDS);
            assertThat(started).as("a start").isNotNull();
            return started;
        }

        void nextFailure() throws InterruptedException {
            assertThat(failures.poll(LIMIT.toSeconds(), TimeUnit.SECONDS)).isNotNull();
        }

        @Override
        public String name() {
            return "sleeping";
        }

        @Override
        public ProcessHandle start() throws IOException {
            if (broken.get()) {
                failures.add("broken");
                throw new IOException("broken");
            }
            ProcessHandle process = new ProcessBuilder("sleep", "600").start().toHandle();
            starts.add(process);
            return process;
        }

        @Override
        public boolean ready() {
            return true;
        }

        @Override
        public Pulse pulse() {
            return Objects.requireNonNull(pulse.get());
        }

        @Override
        public void askToEnd(ProcessHandle process) {
            process.destroy();
        }
    }
}
