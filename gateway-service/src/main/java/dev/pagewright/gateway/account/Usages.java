package dev.pagewright.gateway.account;

import dev.pagewright.gateway.store.Database;
import dev.pagewright.gateway.store.Transaction;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/**
 * Sums an account's ledger. A page counts in the window in which it was reserved, unless it was given back in that
 * same window. Blocks; thread-safe.
 */
@ApplicationScoped
public class Usages {

    private static final String PAGES = """
            with reserved as (
                select job_id, at, pages from ledger_entry where account_id = $1 and kind = 'reserve' and at >= $3),
            refunded as (
                select job_id, at, pages from ledger_entry where account_id = $1 and kind = 'refund' and at >= $3)
            select
                coalesce((select sum(pages) from reserved where at >= $2), 0)
                  - coalesce((select sum(pages) from refunded f where f.at >= $2 and exists (
                        select 1 from reserved r where r.job_id = f.job_id and r.at >= $2 and r.at <= f.at)), 0) as today,
                coalesce((select sum(pages) from reserved), 0)
                  - coalesce((select sum(pages) from refunded f where exists (
                        select 1 from reserved r where r.job_id = f.job_id and r.at <= f.at)), 0) as month""";

    private static final String RESERVED = """
            select coalesce(sum(price.price), 0)::bigint as reserved
            from job j join page p on p.job_id = j.id and p.status in ('queued', 'released')
            join lateral (select e.price from ledger_entry e where e.job_id = j.id and e.kind = 'reserve'
                          order by e.id desc limit 1) price on true
            where j.account_id = $1 and j.status in ('pending', 'processing')""";

    private final Database database;
    private final Clock clock;

    Usages(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    public Usage of(String accountId, Plans.Plan plan) {
        return database.inTransaction(sql -> of(sql, accountId, plan));
    }

    /** As the caller's transaction sees it. */
    public Usage of(Transaction sql, String accountId, Plans.Plan plan) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        OffsetDateTime day = midnight(today);
        OffsetDateTime month = midnight(today.withDayOfMonth(1));
        Row pages = sql.row(PAGES, accountId, day, month).orElseThrow();
        var tomorrow = day.plusDays(1).toInstant();
        return new Usage(
                Usage.Window.of(pages.getLong("today"), plan.pagesPerDay(), tomorrow),
                Usage.Window.of(
                        pages.getLong("month"),
                        plan.pagesPerMonth(),
                        month.plusMonths(1).toInstant()),
                Usage.Window.of(chatMessages(sql, accountId, today), plan.chatMessagesPerDay(), tomorrow),
                number(
                        sql,
                        "select coalesce(sum(amount), 0)::bigint from ledger_entry where account_id = $1",
                        accountId),
                number(sql, RESERVED, accountId));
    }

    private static long chatMessages(Transaction sql, String accountId, LocalDate day) {
        return sql.row("select messages from chat_use where account_id = $1 and day = $2", accountId, day)
                .map(row -> row.getLong(0))
                .orElse(0L);
    }

    private static long number(Transaction sql, String query, String accountId) {
        return sql.row(query, accountId).map(row -> row.getLong(0)).orElseThrow();
    }

    private static OffsetDateTime midnight(LocalDate day) {
        return day.atStartOfDay().atOffset(ZoneOffset.UTC);
    }
}
