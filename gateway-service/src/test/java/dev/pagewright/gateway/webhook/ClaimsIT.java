package dev.pagewright.gateway.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pagewright.gateway.store.Database;
import dev.pagewright.gateway.testing.Backends;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Who is called next, out of a table that one account has filled. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class ClaimsIT {

    private static final String HOSTILE = "f0000000000000000000000000000000";

    @Inject
    WebhookSettings settings;

    @Inject
    Database database;

    @Inject
    Deliveries deliveries;

    private Claims claims;

    @BeforeEach
    void twoHoursLater() {
        claims = new Claims(database, settings, Clock.offset(Clock.systemUTC(), Duration.ofHours(2)));
    }

    @AfterEach
    void empty() {
        database.inTransaction(sql -> {
            sql.update("delete from webhook_delivery where account_id like 'f00000000000%'");
            sql.update("delete from webhook_circuit where account_id like 'f00000000000%'");
            sql.update("delete from job where account_id like 'f00000000000%'");
            sql.update("delete from original where account_id like 'f00000000000%'");
            return sql.update("delete from account where id like 'f00000000000%'");
        });
    }

    @Test
    @DisplayName(
            "20,000 messages of one account to 2,000 hosts, and one message each of 40 others: all 40 are in the next 64")
    void everybody_has_a_turn() {
        fill(0, 20_000, 2_000);
        for (int account = 1; account <= 40; account++) {
            fill(account, 1, 1);
        }

        long start = System.nanoTime();
        List<Deliveries.Due> claimed = claim(64);
        Duration took = Duration.ofNanos(System.nanoTime() - start);

        Map<String, Long> byAccount = claimed.stream()
                .filter(due -> due.accountId().startsWith("f00000000000"))
                .collect(Collectors.groupingBy(Deliveries.Due::accountId, Collectors.counting()));
        assertThat(byAccount).hasSize(41);
        assertThat(byAccount.get(HOSTILE)).isLessThanOrEqualTo(16);
        assertThat(took).as("the claim").isLessThan(Duration.ofSeconds(2));
        assertThat(claim(64).stream().filter(due -> due.accountId().equals(HOSTILE)))
                .as("its calls are in the air")
                .isEmpty();
    }

    @Test
    @DisplayName("one account's hosts come in turn too, and a host on trial gets one call")
    void hosts_have_a_turn() {
        fill(0, 300, 3);
        database.inTransaction(sql -> sql.update(
                "insert into webhook_circuit (account_id, host, failures, open_until) values ($1, 'host0.example.org', 7, now())",
                HOSTILE));

        Map<String, Long> byHost = claim(64).stream()
                .filter(due -> due.accountId().equals(HOSTILE)) // earlier tests have left some of theirs
                .collect(Collectors.groupingBy(Deliveries.Due::host, Collectors.counting()));

        assertThat(byHost).isEqualTo(Map.of("host0.example.org", 1L, "host1.example.org", 4L, "host2.example.org", 4L));
    }

    @Test
    @DisplayName(
            "the time of a suspension is not held against a message: it is given up for its receiver's silence alone")
    void a_suspension_stops_the_time() {
        fill(1, 1, 1);
        fill(2, 1, 1);
        database.inTransaction(sql -> {
            sql.update("update account set status = 'suspended' where id = 'f0%030x'".formatted(1));
            return sql.update(
                    "update webhook_delivery set wanted_at = now() - interval '1 year' where account_id like 'f00000000000%'");
        });

        deliveries.sweep();
        database.inTransaction(
                sql -> sql.update("update account set status = 'active' where id = 'f0%030x'".formatted(1)));
        deliveries.sweep();

        assertThat(status(1)).isEqualTo("waiting");
        assertThat(status(2)).isEqualTo("given_up");
    }

    private String status(int account) {
        return database.inTransaction(sql -> sql.row(
                        "select status from webhook_delivery where account_id = $1", "f0%030x".formatted(account))
                .orElseThrow()
                .getString(0));
    }

    private List<Deliveries.Due> claim(int most) {
        return claims.next(most);
    }

    /** Messages that are due in an hour, when the claims of the test are made: the service leaves them alone. */
    private void fill(int account, int messages, int hosts) {
        database.inTransaction(sql -> {
            String id = "f0%030x".formatted(account);
            sql.update("insert into account (id, name, plan, created_at) values ($1, 'x', 'free', now())", id);
            sql.update("""
                    insert into original (account_id, sha256, blob_key, media_type, bytes, references_, created_at, touched_at)
                    values ($1, repeat('0', 64), 'none', 'text/plain', 1, 1, now(), now())""", id);
            sql.update("""
                    insert into job (id, account_id, status, tier, language, ocr, file_name, original_sha256, media_type,
                        file_bytes, file_pages, page_count, lane, created_at)
                    values ($1, $1, 'done', 'cpu', 'en', 'auto', 'a', repeat('0', 64), 'text/plain', 1, 1, 1, 'express', now())""", id);
            return sql.update("""
                    insert into webhook_delivery (id, account_id, job_id, url, host, type, payload, due_at, created_at)
                    select md5($1 || n), $1, $1, 'http://0.0.0.0/', 'host' || n % $3 || '.example.org', 'job.done', '{}',
                        now() + interval '1 hour', now()
                    from generate_series(0, $2 - 1) n""", id, messages, hosts);
        });
    }
}
