package dev.pagewright.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A process whose supervised thread runs out of memory really ends, though other threads live and a hook would wait. */
class ProcessEndTest {

    /** The process. */
    static final class OutOfMemory {

        private OutOfMemory() {}

        public static void main(String[] arguments) throws InterruptedException {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> waitForEver()));
            if (arguments.length > 0) {
                Supervision.ofProcess().watchUncaught();
                Thread.ofPlatform().start(() -> eatUp());
                waitForEver();
            }
            var pace = new SupervisedThread.Pace(Duration.ofMillis(10), Duration.ofMinutes(1));
            var thread = new SupervisedThread("hungry", pace, () -> {
                eatUp();
                return true;
            });
            thread.start();
            waitForEver();
        }

        private static void eatUp() {
            List<byte[]> kept = new ArrayList<>();
            while (kept.size() < Integer.MAX_VALUE) {
                kept.add(new byte[1 << 20]);
            }
        }

        private static void waitForEver() {
            try {
                new java.util.concurrent.CountDownLatch(1).await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "of any thread"})
    void it_ends_with_the_status_of_exhausted_memory(String argument) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx24m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                OutOfMemory.class.getName()));
        if (!argument.isEmpty()) {
            command.add(argument);
        }
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isEqualTo(3);
        } finally {
            process.destroyForcibly();
        }
    }
}
