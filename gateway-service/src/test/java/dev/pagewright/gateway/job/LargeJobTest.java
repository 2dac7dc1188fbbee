package dev.pagewright.gateway.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Answers with the largest pages there may be, in the heap that the launcher gives the gateway. */
class LargeJobTest {

    /** Of the 256 MB that the gateway gets, less than half is its own at rest. */
    private static final String HEAP = "-Xmx144m";

    private static final int PAGES = 2;
    private static final int CLIENTS = 8;
    private static final int STOPPED = 2;

    @Test
    void eight_readings_at_once_beside_clients_that_stopped_reading_do_not_exhaust_the_heap(@TempDir Path directory)
            throws IOException, InterruptedException {
        Path said = directory.resolve("said");
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        HEAP,
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-cp",
                        System.getProperty("java.class.path"),
                        LargeJobReads.class.getName(),
                        directory.resolve("blobs").toString(),
                        Integer.toString(PAGES),
                        Integer.toString(CLIENTS),
                        Integer.toString(STOPPED)))
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();

        boolean ended = process.waitFor(5, TimeUnit.MINUTES);
        process.destroyForcibly();

        String output = java.nio.file.Files.readString(said, StandardCharsets.UTF_8);
        assertThat(ended).as(output).isTrue();
        assertThat(process.exitValue()).as(output).isZero();
        List<Long> answers = output.lines().map(Long::valueOf).toList();
        assertThat(answers).hasSize(CLIENTS + STOPPED).allMatch(bytes -> bytes > 20_000_000);
        assertThat(answers).as("each has the whole answer").containsOnly(answers.getFirst());
    }
}
