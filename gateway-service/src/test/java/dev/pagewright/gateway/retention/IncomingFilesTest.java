package dev.pagewright.gateway.retention;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pagewright.blob.DirectoryBlobStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IncomingFilesTest {

    private static final Instant NOW = Instant.parse("2026-11-30T12:00:00Z");

    @TempDir
    Path directory;

    private record Settings(Duration sweep, Duration orphans, Duration incoming) implements RetentionSettings {}

    @Test
    void what_a_gateway_left_that_died_goes_and_an_upload_that_comes_stays() throws IOException {
        var store = new DirectoryBlobStore(directory);
        for (int minutes : new int[] {1, 59, 61, 10_000}) {
            Path file = Files.writeString(store.incoming().resolve("upload-" + minutes), "half");
            Files.setLastModifiedTime(file, FileTime.from(NOW.minus(Duration.ofMinutes(minutes))));
        }
        store.put("accounts/a/originals/b", new byte[] {1});
        var settings = new Settings(Duration.ofMinutes(1), Duration.ofHours(12), Duration.ofHours(1));

        new IncomingFiles(store, settings, Clock.fixed(NOW, ZoneOffset.UTC)).sweep();

        try (Stream<Path> left = Files.list(store.incoming())) {
            assertThat(left.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("upload-1", "upload-59");
        }
        assertThat(store.open("accounts/a/originals/b")).isPresent();
    }
}
