package dev.pagewright.gateway.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pagewright.gateway.testing.Api;
import dev.pagewright.gateway.testing.Backends;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(Backends.class)
class AccountsIT {

    private static final String ACCOUNTS = "/api/v1/admin/accounts/";

    @Test
    void an_account_sees_its_plan_and_what_is_left_of_it() throws Exception {
        Api api = Api.account("free");

        Api.Answer answer = api.get("/api/v1/account/");

        assertThat(answer.status()).isEqualTo(200);
        var account = answer.json();
        assertThat(account.path("plan").asText()).isEqualTo("free");
        assertThat(account.path("used").asLong()).isZero();
        assertThat(account.path("cap").asLong()).isEqualTo(50);
        assertThat(account.at("/usage/pages_month/cap").asLong()).isEqualTo(250);
        assertThat(account.at("/usage/chat_messages_today/cap").asLong()).isEqualTo(20);
        assertThat(Instant.parse(account.at("/usage/pages_today/resets_at").asText()))
                .isEqualTo(Instant.now().truncatedTo(ChronoUnit.DAYS).plus(1, ChronoUnit.DAYS));
        assertThat(account.at("/credits/balance").asLong()).isZero();
        assertThat(account.at("/limits/pages_per_file").asInt()).isEqualTo(50);
        assertThat(account.at("/limits/bytes_per_file").asLong()).isEqualTo(52_428_800);
    }

    @Test
    @DisplayName("C08: a new token works at once, is shown once, and is listed by its prefix alone")
    void a_token_is_made_and_listed() throws Exception {
        Api api = Api.account("free");

        Api.Answer made = api.post("/api/v1/account/tokens/", "{\"name\":\"scanner\",\"scopes\":[\"read\"]}");

        assertThat(made.status()).isEqualTo(201);
        assertThat(made.text("token"))
                .startsWith("pw_")
                .startsWith(made.text("prefix"))
                .hasSizeGreaterThan(50);
        assertThat(Api.of(made.text("token")).get("/api/v1/account").status()).isEqualTo(200);
        Api.Answer list = api.get("/api/v1/account/tokens/");
        assertThat(list.body()).contains(made.text("prefix")).doesNotContain(made.text("token"));
        assertThat(list.json().at("/items/0/name").asText()).isEqualTo("scanner");
        assertThat(list.json().at("/items/0/scopes").toString()).isEqualTo("[\"read\"]");
        assertThat(list.json().at("/items/0/last_used_at").isNull()).isFalse();
        assertThat(list.json().path("next").isNull()).isTrue();
    }

    @Test
    void a_list_goes_on_at_its_cursor() throws Exception {
        Api api = Api.account("free");
        for (int i = 0; i < 4; i++) {
            api.post("/api/v1/account/tokens/", "{\"name\":\"number " + i + "\"}");
        }

        Api.Answer first = api.get("/api/v1/account/tokens/?limit=3");
        Api.Answer second = api.get("/api/v1/account/tokens/?limit=3&cursor=" + first.text("next"));

        assertThat(first.json().path("items")).hasSize(3);
        assertThat(second.json().path("items")).hasSize(2);
        assertThat(second.json().path("next").isNull()).isTrue();
        assertThat(second.json().at("/items/0/name").asText()).isEqualTo("number 0");
    }

    @Test
    void a_revoked_token_is_refused_from_then_on() throws Exception {
        Api api = Api.account("free");
        Api.Answer made = api.post("/api/v1/account/tokens/", "{}");

        Api.Answer revoked = api.delete("/api/v1/account/tokens/" + made.text("id") + "/");

        assertThat(revoked.status()).isEqualTo(204);
        assertProblem(Api.of(made.text("token")).get("/api/v1/account/"), 401, "unauthorized");
        assertProblem(api.delete("/api/v1/account/tokens/" + made.text("id") + "/"), 404, "not_found");
    }

    @Test
    void a_token_makes_and_revokes_none_that_may_do_more() throws Exception {
        Api api = Api.account("free");
        Api.Answer full = api.post("/api/v1/account/tokens/", "{}");
        Api reader = Api.of(
                api.post("/api/v1/account/tokens/", "{\"scopes\":[\"read\"]}").text("token"));

        assertProblem(reader.post("/api/v1/account/tokens/", "{\"scopes\":[\"ocr\"]}"), 403, "insufficient_scope");
        assertProblem(reader.delete("/api/v1/account/tokens/" + full.text("id") + "/"), 403, "insufficient_scope");
        assertProblem(reader.post("/api/v1/account/tokens/", "{}"), 403, "insufficient_scope");
    }

    @Test
    void a_token_of_another_account_is_not_found() throws Exception {
        String foreign =
                Api.account("free").post("/api/v1/account/tokens/", "{}").text("id");

        assertProblem(Api.account("free").delete("/api/v1/account/tokens/" + foreign + "/"), 404, "not_found");
    }

    static Stream<String> badTokens() {
        return Stream.of(
                "",
                "[]",
                "null",
                "{",
                "{\"name\":\"\"}",
                "{\"name\":7}",
                "{\"name\":\"a\\u0000b\"}",
                "{\"name\":\"" + "x".repeat(101) + "\"}",
                "{\"scopes\":[]}",
                "{\"scopes\":\"ocr\"}",
                "{\"scopes\":[\"everything\"]}",
                "{\"expires_at\":\"tomorrow\"}",
                "{\"expires_at\":\"2001-01-01T00:00:00Z\"}",
                "{\"name\":\"a\",\"name\":\"b\"}",
                "{\"admin\":true}",
                "{} {}",
                "{\"name\":\"" + "x".repeat(100_000) + "\"}",
                "[".repeat(5_000));
    }

    @ParameterizedTest
    @MethodSource("badTokens")
    void a_wish_that_makes_no_sense_is_refused(String body) throws Exception {
        assertProblem(Api.demo().post("/api/v1/account/tokens/", body), 400, "invalid_parameter");
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=0", "limit=101", "limit=x", "limit=-1", "cursor=%00", "cursor='"})
    void a_list_parameter_that_makes_no_sense_is_refused(String query) throws Exception {
        assertProblem(Api.demo().get("/api/v1/account/tokens/?" + query), 400, "invalid_parameter");
    }

    @Test
    void credits_are_granted_and_stand_in_the_ledger() throws Exception {
        String id = account("pro");

        Api.Answer first =
                Api.administrator().post(ACCOUNTS + id + "/credits/", "{\"amount\":100,\"reason\":\"bought\"}");
        Api.administrator().post(ACCOUNTS + id + "/credits/", "{\"amount\":5,\"reason\":\"gift\"}");

        assertThat(first.status()).isEqualTo(201);
        assertThat(first.text("kind")).isEqualTo("grant");
        assertThat(first.text("balance")).isEqualTo("100");
        var ledger = Api.administrator().get(ACCOUNTS + id + "/ledger/").json();
        assertThat(ledger.at("/items/0/amount").asLong()).isEqualTo(5);
        assertThat(ledger.at("/items/0/balance").asLong()).isEqualTo(105);
        assertThat(ledger.at("/items/1/reason").asText()).isEqualTo("bought");
        assertThat(ledger.at("/items/1/balance").asLong()).isEqualTo(100);
        assertThat(Api.administrator()
                        .get(ACCOUNTS + id)
                        .json()
                        .at("/credits/balance")
                        .asLong())
                .isEqualTo(105);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"amount\":-1,\"reason\":\"r\"}",
                "{\"amount\":0,\"reason\":\"r\"}",
                "{\"amount\":0.5,\"reason\":\"r\"}",
                "{\"amount\":1e400000000,\"reason\":\"r\"}",
                "{\"amount\":99999999999999999999,\"reason\":\"r\"}",
                "{\"amount\":\"5\",\"reason\":\"r\"}",
                "{\"amount\":5}",
                "{\"reason\":\"r\"}"
            })
    void a_grant_that_makes_no_sense_changes_nothing(String body) throws Exception {
        String id = account("pro");

        assertProblem(Api.administrator().post(ACCOUNTS + id + "/credits/", body), 400, "invalid_parameter");
        assertThat(Api.administrator().get(ACCOUNTS + id + "/ledger/").json().path("items"))
                .isEmpty();
    }

    @Test
    void plan_and_status_are_changed_and_a_suspended_account_is_refused() throws Exception {
        String id = account("free");
        Api holder = Api.of(Api.administrator()
                .post(ACCOUNTS + id + "/tokens/", "{\"name\":\"first\"}")
                .text("token"));

        Api.Answer changed =
                Api.administrator().patch(ACCOUNTS + id + "/", "{\"plan\":\"pro\",\"status\":\"suspended\"}");

        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.text("plan")).isEqualTo("pro");
        assertProblem(holder.get("/api/v1/account/"), 403, "account_suspended");
        Api.administrator().patch(ACCOUNTS + id + "/", "{\"status\":\"active\"}");
        assertThat(holder.get("/api/v1/account/").text("plan")).isEqualTo("pro");
    }

    @Test
    void the_administrators_side_is_closed_to_accounts_and_strangers() throws Exception {
        assertProblem(Api.demo().get(ACCOUNTS), 403, "forbidden");
        assertProblem(Api.nobody().get(ACCOUNTS), 401, "unauthorized");
        assertProblem(Api.of("wrong").post(ACCOUNTS, "{\"name\":\"x\"}"), 401, "unauthorized");
        assertProblem(Api.administrator().get("/api/v1/account/"), 401, "unauthorized");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0123456789abcdef0123456789abcdef", "%00", "x"})
    void an_unknown_account_is_not_found(String id) throws Exception {
        assertProblem(Api.administrator().patch(ACCOUNTS + id, "{\"status\":\"active\"}"), 404, "not_found");
    }

    @Test
    void an_unknown_plan_is_refused_and_the_known_ones_are_told() throws Exception {
        Api.Answer answer = Api.administrator().post(ACCOUNTS, "{\"name\":\"x\",\"plan\":\"gold\"}");

        assertProblem(answer, 400, "invalid_parameter");
        assertThat(answer.text("detail")).contains("free").contains("pro").contains("internal");
    }

    private static String account(String plan) throws IOException, InterruptedException {
        return Api.administrator()
                .post(ACCOUNTS, "{\"name\":\"an account\",\"plan\":\"%s\"}".formatted(plan))
                .text("id");
    }

    private static void assertProblem(Api.Answer answer, int status, String code) throws IOException {
        Problems.assertProblem(answer, status, code);
    }
}
