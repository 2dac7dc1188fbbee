package dev.pagewright.blob;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeftoversTest {

    private static final Instant NOW = Instant.parse("2026-11-30T12:00:00Z");

    @TempDir
    Path directory;

    private Path file(String name, Duration age) throws IOException {
        Path file = directory.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "left");
        return Files.setLastModifiedTime(file, FileTime.from(NOW.minus(age)));
    }

    @Test
    void what_is_older_than_any_request_goes_and_the_rest_stays() throws IOException {
        Path old = file("old", Duration.ofHours(7));
        Path nested = file("build-1/old", Duration.ofHours(7));
        Files.setLastModifiedTime(nested.getParent(), FileTime.from(NOW.minus(Duration.ofHours(7))));
        Path wanted = file("wanted", Duration.ofHours(7));
        Path fresh = file("build-2/fresh", Duration.ofMinutes(5));

        int swept = Leftovers.sweep(directory, NOW.minus(Duration.ofHours(6)), wanted::equals);

        assertThat(swept).isEqualTo(2);
        assertThat(old).doesNotExist();
        assertThat(nested).doesNotExist();
        assertThat(wanted).exists();
        assertThat(fresh).exists();
    }

    @Test
    void a_directory_that_is_not_there_holds_nothing() throws IOException {
        assertThat(Leftovers.sweep(directory.resolve("none"), NOW, file -> false))
                .isZero();
    }
}
