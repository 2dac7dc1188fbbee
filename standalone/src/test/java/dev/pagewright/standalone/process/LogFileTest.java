package dev.pagewright.standalone.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFileTest {

    @TempDir
    private Path directory;

    @Test
    void a_full_log_is_emptied_under_its_writer() throws IOException {
        LogFile log = new LogFile(directory.resolve("gateway.log"));
        byte[] full = new byte[17 << 20];
        try (OutputStream writer =
                Files.newOutputStream(log.path(), StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            writer.write(full);

            log.bound();
            writer.write("after".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }

        assertThat(log.path()).hasContent("after");
        assertThat(log.older()).hasSize(full.length);
    }

    @Test
    void a_log_within_its_bounds_stays() throws IOException {
        LogFile log = new LogFile(directory.resolve("gateway.log"));
        Files.writeString(log.path(), "a line");

        log.bound();

        assertThat(log.path()).hasContent("a line");
        assertThat(log.older()).doesNotExist();
    }
}
