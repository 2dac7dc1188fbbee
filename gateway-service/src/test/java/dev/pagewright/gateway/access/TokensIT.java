package dev.pagewright.gateway.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pagewright.gateway.store.Database;
import dev.pagewright.gateway.testing.Api;
import dev.pagewright.gateway.testing.Backends;
import dev.pagewright.security.TokenText;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.buffer.Buffer;
import jakarta.inject.Inject;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** What a token may hand on, and what ends with it. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class TokensIT {

    private static final String TOKENS = "/api/v1/account/tokens/";
    private static final List<String> SCOPES = List.of("ocr", "chat", "read", "tokens");
    private final Instant soon = Instant.now().plus(1, ChronoUnit.HOURS).truncatedTo(ChronoUnit.SECONDS);

    @Inject
    Access access;

    @Inject
    KnownTokens known;

    @Inject
    EarlierTokens earlier;

    @Inject
    Database database;

    private String account = "";

    @BeforeEach
    void makeAccount() throws Exception {
        account = Api.administrator()
                .post("/api/v1/admin/accounts/", "{\"name\":\"a family\",\"plan\":\"internal\"}")
                .text("id");
    }

    @RepeatedTest(5)
    @DisplayName("whatever a token and a wish are, what is made may do no more and lives no longer")
    void a_child_stays_within_its_parent(RepetitionInfo run) throws Exception {
        Random random = new Random(run.getCurrentRepetition());
        for (int i = 0; i < 12; i++) {
            Set<String> held = some(random);
            @Nullable Instant end = random.nextInt(3) == 0 ? null : soon.plusSeconds(random.nextInt(1_000));
            Api parent = Api.of(admins(held, end).text("token"));
            Set<String> wished = some(random);
            @Nullable Instant wishedEnd = random.nextInt(3) == 0 ? null : soon.plusSeconds(random.nextInt(2_000) - 500);

            Api.Answer made = parent.post(TOKENS, wish(wished, wishedEnd));

            String what = held + " until " + end + " makes " + wished + " until " + wishedEnd + ": " + made.body();
            boolean allowed = held.contains("tokens") && held.containsAll(wished);
            boolean outlives = end != null && wishedEnd != null && wishedEnd.isAfter(end);
            assertThat(made.status()).as(what).isEqualTo(!allowed ? 403 : outlives ? 400 : 201);
            assertThat(made.json().path("code").asText())
                    .as(what)
                    .isEqualTo(!allowed ? "insufficient_scope" : outlives ? "invalid_parameter" : "");
            if (made.status() == 201) {
                assertThat(texts(made.json().path("scopes"))).as(what).isEqualTo(wished);
                Instant expected = wishedEnd != null ? wishedEnd : end;
                assertThat(made.json().path("expires_at").asText("null"))
                        .as(what)
                        .isEqualTo(expected == null ? "null" : expected.toString());
            }
        }
    }

    @Test
    void a_token_that_is_asked_for_without_scopes_makes_no_others() throws Exception {
        Api.Answer child =
                Api.of(admins(Set.copyOf(SCOPES), null).text("token")).post(TOKENS, "{}");

        assertThat(texts(child.json().path("scopes"))).containsExactlyInAnyOrder("ocr", "chat", "read");
        assertThat(Api.of(child.text("token")).post(TOKENS, "{}").status()).isEqualTo(403);
    }

    @RepeatedTest(4)
    @DisplayName("revoking a token revokes all that descends from it, and nothing else")
    void a_family_ends_with_its_root(RepetitionInfo run) throws Exception {
        Random random = new Random(100L + run.getCurrentRepetition());
        List<Integer> parents = new ArrayList<>(List.of(-1));
        List<Api.Answer> made = new ArrayList<>(List.of(admins(Set.copyOf(SCOPES), null)));
        for (int i = 1; i < 25; i++) {
            int parent = random.nextInt(Math.min(i, 8)) + Math.max(0, i - 8);
            made.add(Api.of(made.get(parent).text("token")).post(TOKENS, wish(Set.copyOf(SCOPES), null)));
            parents.add(parent);
        }
        int revoked = random.nextInt(10);
        Set<Integer> gone = new HashSet<>(Set.of(revoked));
        for (int i = revoked + 1; i < parents.size(); i++) {
            if (gone.contains(parents.get(i))) {
                gone.add(i);
            }
        }

        Api itself = Api.of(made.get(revoked).text("token"));
        assertThat(itself.delete(TOKENS + made.get(revoked).text("id") + "/").status())
                .isEqualTo(204);

        for (int i = 0; i < made.size(); i++) {
            int status =
                    Api.of(made.get(i).text("token")).get("/api/v1/account/").status();
            assertThat(status)
                    .as("token %d of %s, %d revoked", i, parents, revoked)
                    .isEqualTo(gone.contains(i) ? 401 : 200);
        }
    }

    @Test
    void every_token_ends_itself_and_those_without_the_scope_no_other() throws Exception {
        Api.Answer other = admins(Set.of("read"), null);
        for (String scope : SCOPES) {
            Api.Answer made = admins(Set.of(scope), null);
            Api api = Api.of(made.text("token"));

            assertThat(api.delete(TOKENS + other.text("id") + "/").status())
                    .as(scope)
                    .isEqualTo(403);
            assertThat(api.delete(TOKENS + made.text("id") + "/").status())
                    .as(scope)
                    .isEqualTo(204);
            assertThat(api.get(TOKENS).status()).as(scope).isEqualTo(401);
        }
    }

    @Test
    void a_list_tells_which_token_made_a_token() throws Exception {
        Api.Answer parent = admins(Set.copyOf(SCOPES), null);
        Api api = Api.of(parent.text("token"));
        api.post(TOKENS, "{\"name\":\"child\"}");

        JsonNode items = api.get(TOKENS).json().path("items");

        assertThat(items.at("/0/parent_prefix").asText()).isEqualTo(parent.text("prefix"));
        assertThat(items.at("/1/parent_prefix").isNull()).isTrue();
    }

    @Test
    @DisplayName("what is being made while its maker is revoked is revoked too")
    void nothing_slips_through_a_revocation() throws Exception {
        for (int round = 0; round < 5; round++) {
            Api.Answer parent = admins(Set.copyOf(SCOPES), null);
            Api api = Api.of(parent.text("token"));
            List<Callable<Api.Answer>> calls = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                calls.add(
                        i == 4
                                ? () -> api.delete(TOKENS + parent.text("id") + "/")
                                : () -> api.post(TOKENS, "{\"scopes\":[\"read\"]}"));
            }
            List<Api.Answer> answers = new ArrayList<>();
            try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
                for (Future<Api.Answer> answer : threads.invokeAll(calls)) {
                    answers.add(answer.get());
                }
            }

            for (Api.Answer answer : answers) {
                assertThat(answer.status()).isIn(201, 204, 401);
                if (answer.status() == 201) {
                    assertThat(Api.of(answer.text("token"))
                                    .get("/api/v1/account/")
                                    .status())
                            .isEqualTo(401);
                }
            }
        }
    }

    @Test
    void more_tokens_than_a_day_allows_are_refused_though_they_were_revoked() throws Exception {
        Api api = Api.of(admins(Set.copyOf(SCOPES), null).text("token"));
        database.inTransaction(sql -> sql.update("""
                insert into api_token (id, account_id, name, prefix, hash, scopes, created_at, revoked_at, keyed)
                select md5($1 || n), $1, 'old', 'pw_', sha256(($1 || n)::bytea), array['read'], now(), now(), true
                from generate_series(1, 500) n""", account));

        Api.Answer answer = api.post(TOKENS, "{}");

        assertThat(answer.status()).isEqualTo(429);
        assertThat(answer.header("Retry-After")).isPresent();
    }

    @Test
    @DisplayName("a token of before, whose text has no keyed check, goes on")
    void an_earlier_token_goes_on() throws Exception {
        String token = TokenText.generate(new SecureRandom());
        database.inTransaction(sql -> sql.update("""
                insert into api_token (id, account_id, name, prefix, hash, scopes, created_at)
                values (md5($1), $1, 'earlier', 'pw_', $2, array['read'], now())""", account, Buffer.buffer(TokenText.hash(token))));

        earlier.read(new StartupEvent());

        assertThat(Api.of(token).get("/api/v1/account/").status()).isEqualTo(200);
    }

    @Test
    @DisplayName("whoever was let in is told within a second that they are not any more")
    void a_caller_is_asked_again() throws Exception {
        Api.Answer revoked = admins(Set.copyOf(SCOPES), null);
        Api.Answer expiring = admins(Set.copyOf(SCOPES), Instant.now().plusSeconds(2));
        Api.Answer suspended = admins(Set.copyOf(SCOPES), null);
        List<Caller> callers = new ArrayList<>();
        for (Api.Answer made : List.of(revoked, expiring, suspended)) {
            callers.add(known.find(made.text("token")).orElseThrow());
        }
        assertThat(callers).allMatch(caller -> access.stillAllowed(caller, Scope.READ));

        Api.of(revoked.text("token")).delete(TOKENS + revoked.text("id") + "/");
        within(Duration.ofSeconds(1), () -> !access.stillAllowed(callers.get(0), Scope.READ));
        within(Duration.ofSeconds(4), () -> !access.stillAllowed(callers.get(1), Scope.READ));
        assertThat(access.stillAllowed(callers.get(2), Scope.READ)).isTrue();

        Api.administrator().patch("/api/v1/admin/accounts/" + account + "/", "{\"status\":\"suspended\"}");
        within(Duration.ofSeconds(1), () -> !access.stillAllowed(callers.get(2), Scope.READ));
    }

    private static void within(Duration time, Callable<Boolean> condition) {
        Awaitility.await().atMost(time).pollInterval(Duration.ofMillis(20)).until(condition);
    }

    private Api.Answer admins(Set<String> scopes, @Nullable Instant end) throws IOException, InterruptedException {
        Api.Answer made = Api.administrator().post("/api/v1/admin/accounts/" + account + "/tokens/", wish(scopes, end));
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        return made;
    }

    private static String wish(Set<String> scopes, @Nullable Instant end) {
        return "{\"scopes\":[%s],\"expires_at\":%s}"
                .formatted(
                        scopes.stream().map(scope -> "\"" + scope + "\"").collect(Collectors.joining(",")),
                        end == null ? "null" : "\"" + end + "\"");
    }

    private static Set<String> some(Random random) {
        Set<String> scopes = new HashSet<>(SCOPES);
        scopes.removeIf(scope -> random.nextInt(3) == 0);
        return scopes.isEmpty() ? Set.of("tokens") : scopes;
    }

    private static Set<String> texts(JsonNode array) {
        Set<String> texts = new HashSet<>();
        array.forEach(element -> texts.add(element.asText()));
        return texts;
    }
}
