package dev.pagewright.gateway.webhook;

import dev.pagewright.gateway.store.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;

/**
 * Which messages are sent next. Accounts come in turn, whoever has the fewest calls in the air first, and so do the hosts
 * of an account; each account, and each host of it, has so many calls at once on all replicas together. A host whose
 * circuit is open is left out, and one that is on trial gets one call. So addresses that never answer hold back their own
 * account's messages to them, and nobody else's. Messages of a suspended account wait. Blocks; thread-safe.
 */
@ApplicationScoped
class Claims {

    static final Duration LOST_AFTER = Duration.ofMinutes(2);

    private static final long LOCK = 0x7061_6765_0003L;

    /** Of one account's due messages, the oldest so many are looked at. */
    private static final int WINDOW = 500;

    private static final String CLAIM = """
            with recursive walk as (
                (select account_id from webhook_delivery where status = 'waiting' order by account_id limit 1)
                union all
                select (select d.account_id from webhook_delivery d
                        where d.status = 'waiting' and d.account_id > w.account_id order by d.account_id limit 1)
                from walk w where w.account_id is not null
            ), flying as (
                select account_id, host, count(*) as calls from webhook_delivery
                where status = 'waiting' and leased_until is not null and leased_until > $1 group by account_id, host
            ), due as (
                select d.*, coalesce(c.failures, 0) as failures, coalesce(f.calls, 0)
                    + row_number() over (partition by d.account_id, d.host order by d.due_at, d.id) as of_host
                from walk w join account a on a.id = w.account_id and a.status = 'active'
                cross join lateral (
                    select id, account_id, host, due_at from webhook_delivery m
                    where m.account_id = w.account_id and m.status = 'waiting' and m.due_at <= $1
                      and (m.leased_until is null or m.leased_until <= $1)
                      and not exists (select 1 from webhook_circuit o
                                      where o.account_id = m.account_id and o.host = m.host and o.open_until > $1)
                    order by m.due_at limit $7) d
                left join flying f on f.account_id = d.account_id and f.host = d.host
                left join webhook_circuit c on c.account_id = d.account_id and c.host = d.host
            ), turn as (
                select due.id, due.due_at, coalesce((select sum(calls) from flying f where f.account_id = due.account_id), 0)
                    + row_number() over (partition by due.account_id order by due.of_host, due.due_at, due.id) as of_account
                from due where due.of_host <= case when due.failures >= $6 then 1 else $5 end
            )
            update webhook_delivery set attempts = attempts + 1, attempted_at = $1, leased_until = $2
            where id in (select id from turn where of_account <= $4 order by of_account, due_at, id limit $3)
            returning id, account_id, host, url, payload, attempts""";

    private final Database database;
    private final WebhookSettings settings;
    private final Clock clock;

    Claims(Database database, WebhookSettings settings, Clock clock) {
        this.database = database;
        this.settings = settings;
        this.clock = clock;
    }

    /** @return nothing where another replica is claiming right now */
    List<Deliveries.Due> next(int most) {
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        return database
                .inTransaction(sql -> sql.tryLock(LOCK)
                        ? sql.rows(
                                CLAIM,
                                now,
                                now.plus(LOST_AFTER),
                                most,
                                settings.perAccount(),
                                settings.perHost(),
                                settings.circuit().failures(),
                                WINDOW)
                        : List.<io.vertx.mutiny.sqlclient.Row>of())
                .stream()
                .map(row -> new Deliveries.Due(
                        row.getString("id"),
                        row.getString("account_id"),
                        row.getString("host"),
                        row.getString("url"),
                        row.getString("payload"),
                        row.getInteger("attempts")))
                .toList();
    }
}
