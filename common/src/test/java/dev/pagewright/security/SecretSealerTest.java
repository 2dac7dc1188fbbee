package dev.pagewright.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import org.junit.jupiter.api.Test;

class SecretSealerTest {

    private static final String JOB = "0123456789abcdef0123456789abcdef";

    private final SecretSealer sealer = new SecretSealer(key(1));

    @Test
    void a_secret_is_opened_with_its_key_and_job() {
        String sealed = sealer.seal("pässword €", JOB);

        assertThat(sealer.open(sealed, JOB)).isEqualTo("pässword €");
        assertThat(sealed).doesNotContain("ssword");
    }

    @Test
    void a_secret_is_sealed_differently_each_time() {
        assertThat(sealer.seal("x", JOB)).isNotEqualTo(sealer.seal("x", JOB));
    }

    @Test
    void another_job_cannot_open_it() {
        String sealed = sealer.seal("secret", JOB);

        assertThatThrownBy(() -> sealer.open(sealed, JOB.replace('0', '1')))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("secret\"");
    }

    @Test
    void another_key_cannot_open_it() {
        String sealed = sealer.seal("secret", JOB);

        assertThatThrownBy(() -> new SecretSealer(key(2)).open(sealed, JOB))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_changed_or_short_secret_is_refused() {
        String sealed = sealer.seal("secret", JOB);
        String changed = (sealed.charAt(0) == 'A' ? 'B' : 'A') + sealed.substring(1);

        assertThatThrownBy(() -> sealer.open(changed, JOB)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> sealer.open("AAAA", JOB)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> sealer.open("%%%", JOB)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_key_of_another_length_is_refused() {
        String shorter = Base64.getEncoder().encodeToString(new byte[16]);

        assertThatThrownBy(() -> new SecretSealer(shorter))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("32 bytes");
    }

    private static String key(int fill) {
        byte[] key = new byte[32];
        java.util.Arrays.fill(key, (byte) fill);
        return Base64.getEncoder().encodeToString(key);
    }
}
