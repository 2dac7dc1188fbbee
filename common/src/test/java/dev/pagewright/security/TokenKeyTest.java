package dev.pagewright.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class TokenKeyTest {

    private final SecureRandom random = new SecureRandom();
    private final TokenKey key = key();

    @Test
    void a_key_knows_the_tokens_it_made() {
        for (int i = 0; i < 1_000; i++) {
            String token = key.generate(random);

            assertThat(token).matches("pw_[0-9A-Za-z]{49}");
            assertThat(key.made(token)).isTrue();
        }
    }

    @Test
    void a_token_of_another_key_or_of_none_is_not_its_own() {
        TokenKey other = key();
        for (int i = 0; i < 10_000; i++) {
            assertThat(key.made(other.generate(random))).isFalse();
            assertThat(key.made(TokenText.generate(random))).isFalse();
        }
    }

    @Test
    void a_change_anywhere_in_a_token_is_noticed() {
        String token = key.generate(random);
        for (int at = 0; at < token.length(); at++) {
            for (char other : new char[] {'0', 'z', '-', ' ', '\0', '\u00e9', '\uff10'}) {
                String changed = token.substring(0, at) + other + token.substring(at + 1);

                assertThat(key.made(changed)).as(changed).isEqualTo(changed.equals(token));
            }
            assertThat(key.made(token.substring(0, at))).isFalse();
        }
        assertThat(key.made(token + "0")).isFalse();
        assertThat(key.made("")).isFalse();
    }

    private TokenKey key() {
        byte[] secret = new byte[32];
        random.nextBytes(secret);
        return new TokenKey(Base64.getEncoder().encodeToString(secret));
    }
}
