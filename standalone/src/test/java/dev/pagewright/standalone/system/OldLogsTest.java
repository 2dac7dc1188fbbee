package dev.pagewright.standalone.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OldLogsTest {

    @TempDir
    private Path directory;

    @Test
    void a_token_that_an_earlier_version_has_logged_is_taken_out() throws IOException {
        Secrets secrets = Secrets.ofFile(directory.resolve("secrets.properties"), new SecureRandom());
        Path logs = Files.createDirectory(directory.resolve("logs"));
        Path log = Files.write(
                logs.resolve("launcher.log"),
                ("before \u00e9 " + secrets.demoToken() + " and " + secrets.adminToken() + "\n")
                        .getBytes(StandardCharsets.UTF_8));
        Path other = Files.write(logs.resolve("gateway.log"), new byte[] {(byte) 0xff, 0, 'a'});

        OldLogs.forget(logs, secrets);

        assertThat(log).content().isEqualTo("before \u00e9 (token) and (token)\n");
        assertThat(Files.readAllBytes(other)).containsExactly(0xff, 0, 'a');
    }
}
