package dev.pagewright.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TokenTextTest {

    private final SecureRandom random = new SecureRandom();

    @Test
    void a_token_is_recognised_by_its_form() {
        for (int i = 0; i < 100; i++) {
            assertThat(TokenText.generate(random)).matches("pw_[0-9A-Za-z]{49}");
        }
    }

    @Test
    void no_token_comes_twice() {
        Set<String> tokens = new HashSet<>();
        for (int i = 0; i < 1000; i++) {
            tokens.add(TokenText.generate(random));
        }

        assertThat(tokens).hasSize(1000);
    }

    @Test
    void what_is_shown_of_a_token_does_not_tell_it() {
        String token = TokenText.generate(random);

        assertThat(token).startsWith(TokenText.shown(token));
        assertThat(TokenText.shown(token)).hasSize(9);
    }

    @Test
    void what_is_stored_is_a_hash_of_the_whole_token() {
        String token = TokenText.generate(random);

        assertThat(TokenText.hash(token)).hasSize(32).isNotEqualTo(TokenText.hash(token + "x"));
    }
}
