package dev.pagewright.gateway.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pagewright.gateway.testing.AddressedClient;
import dev.pagewright.gateway.testing.Api;
import dev.pagewright.gateway.testing.Backends;
import dev.pagewright.security.TokenKey;
import dev.pagewright.security.TokenText;
import dev.pagewright.testing.Extent;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.http.HttpResponse;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.IntFunction;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Tokens that are none: what they cost, and whom they disturb. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class BadTokensIT {

    private static final int REQUESTS = Extent.of(1_000, 1_500);
    private static final int LIMIT = 300; // of Backends
    private static final String ACCOUNT = "/api/v1/account/";

    @Inject
    MeterRegistry meters;

    private final SecureRandom random = new SecureRandom();
    private final TokenKey foreignKey = new TokenKey(Base64.getEncoder().encodeToString(random.generateSeed(32)));

    @Test
    @DisplayName(
            "a thousand invented tokens of every form: no question to the database, 429 beyond the limit, good ones served")
    void invented_tokens_cost_nothing() throws Exception {
        String good = Api.administrator()
                .post("/api/v1/admin/accounts/" + account() + "/tokens/", "{}")
                .text("token");
        List<IntFunction<String>> forms = List.of(
                number -> TokenText.generate(random),
                number -> foreignKey.generate(random),
                number -> good.substring(0, good.length() - 1) + (char) ('a' + number % 26),
                number -> good.substring(0, 20) + foreignKey.generate(random).substring(20),
                number -> "pw_" + number,
                number -> "Bearer " + number);
        List<HttpResponse<String>> answers = new ArrayList<>();
        double before = questions();
        try (AddressedClient client = AddressedClient.at("127.0.0.61")) {
            for (int i = 0; i < REQUESTS; i++) {
                String token = forms.get(i % forms.size()).apply(i);
                if (!token.equals(good)) {
                    answers.add(client.get(ACCOUNT, token));
                }
            }
            double asked = questions() - before;

            assertThat(asked)
                    .as("questions for %d invented tokens", answers.size())
                    .isZero();
            assertThat(answers).allMatch(answer -> answer.statusCode() == 401 || answer.statusCode() == 429);
            List<HttpResponse<String>> refused = answers.stream()
                    .filter(answer -> answer.statusCode() == 429)
                    .toList();
            assertThat(refused).hasSizeGreaterThan(answers.size() - 3 * LIMIT); // it may run into a second minute
            assertThat(refused).allSatisfy(answer -> assertThat(
                            answer.headers().firstValueAsLong("Retry-After").orElse(0))
                    .isBetween(1L, 60L));
            assertThat(answers.getFirst().statusCode()).isEqualTo(401);
            assertThat(client.get(ACCOUNT, good).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void one_address_does_not_use_up_the_patience_with_another() throws Exception {
        try (AddressedClient one = AddressedClient.at("127.0.0.62");
                AddressedClient other = AddressedClient.at("127.0.0.63")) {
            int last = 0;
            for (int i = 0; i < 3 * LIMIT && last != 429; i++) {
                last = one.get(ACCOUNT, "pw_wrong").statusCode();
            }

            assertThat(last).isEqualTo(429);
            assertThat(other.get(ACCOUNT, "pw_wrong").statusCode()).isEqualTo(401);
        }
    }

    @Test
    @DisplayName("a revoked token that is sent over and over is looked up twice a second at most")
    void a_revoked_token_costs_next_to_nothing() throws Exception {
        Api.Answer made = Api.administrator().post("/api/v1/admin/accounts/" + account() + "/tokens/", "{}");
        Api.of(made.text("token")).delete("/api/v1/account/tokens/" + made.text("id") + "/");
        double before = questions();
        long start = System.nanoTime();
        try (AddressedClient client = AddressedClient.at("127.0.0.64")) {
            for (int i = 0; i < 300; i++) {
                assertThat(client.get(ACCOUNT, made.text("token")).statusCode()).isIn(401, 429);
            }
        }
        double halfSeconds = (System.nanoTime() - start) / 5e8;

        assertThat(questions() - before).isLessThanOrEqualTo(halfSeconds + 2);
    }

    private double questions() {
        return meters.get("pagewright.token.questions").counter().count();
    }

    private static String account() throws Exception {
        return Api.administrator()
                .post("/api/v1/admin/accounts/", "{\"name\":\"of the tests\",\"plan\":\"internal\"}")
                .text("id");
    }
}
