package dev.pagewright.standalone.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pagewright.security.SecretSealer;
import dev.pagewright.security.TokenKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {

    @TempDir
    private Path directory;

    private final SecureRandom random = new SecureRandom();

    @Test
    void secrets_are_made_once() throws IOException {
        Path file = directory.resolve("secrets.properties");

        Secrets first = Secrets.ofFile(file, random);
        Secrets second = Secrets.ofFile(file, random);

        assertThat(second).isEqualTo(first);
        assertThat(new TokenKey(first.secretKey()).made(first.demoToken())).isTrue();
        assertThat(first.adminToken()).isNotEqualTo(first.demoToken());
        assertThat(new SecretSealer(first.secretKey()).seal("word", "job")).isNotBlank();
    }

    @Test
    void only_the_owner_can_read_them() throws IOException {
        Path file = directory.resolve("secrets.properties");

        Secrets.ofFile(file, random);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void a_secret_that_is_set_by_hand_stays() throws IOException {
        Path file = directory.resolve("secrets.properties");
        Files.writeString(file, "admin-token=chosen\n");

        Secrets secrets = Secrets.ofFile(file, random);

        assertThat(secrets.adminToken()).isEqualTo("chosen");
        assertThat(Secrets.ofFile(file, random)).isEqualTo(secrets);
    }
}
