package dev.pagewright.worker.reading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pagewright.hostile.HostileFile;
import dev.pagewright.testing.Extent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that ends when its heap is full reads files on all threads at once that would fill it, and lives. */
class CrowdedHeapTest {

    @TempDir
    private Path directory;

    @Test
    void noFileEndsTheProcessAndAGoodOneIsReadAfterEach() throws Exception {
        Path uploads = Files.createDirectory(directory.resolve("uploads"));
        List<HostileFile> files = Extent.every(9, GreedyFiles.all());
        for (int i = 0; i < files.size(); i++) {
            HostileFile file = files.get(i);
            Files.write(uploads.resolve("%02d.%s".formatted(i, file.suffix())), file.bytes());
        }
        Path said = directory.resolve("said");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx384m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-Djava.awt.headless=true",
                        "-cp",
                        System.getProperty("java.class.path"),
                        CrowdedHeap.class.getName(),
                        uploads.toString())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        try {
            assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
        } finally {
            process.destroyForcibly();
        }

        List<String> ends = new ArrayList<>(Files.readAllLines(said));
        ends.removeIf(line -> !line.matches("\\d\\d\\..*"));
        assertThat(process.exitValue())
                .as("%s, after %d of %s", Files.readString(said), ends.size(), files)
                .isZero();
        assertThat(ends).hasSameSizeAs(files).allMatch(line -> line.endsWith(" then Read"));
    }
}
