package dev.pagewright.gateway.account;

import dev.pagewright.gateway.plan.Plans;
import dev.pagewright.gateway.store.Database;
import dev.pagewright.gateway.store.Transaction;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * What an account has used. A page counts on the UTC day, and in the month of that day, on which it was reserved,
 * unless it was given back. Blocks; thread-safe.
 */
@ApplicationScoped
public class Usages {

    private static final String USED = """
            select t.granted, t.balance, t.reserved,
                coalesce((select sum(pages) from account_day where account_id = $1 and day = $2), 0)::bigint as today,
                coalesce((select sum(pages) from account_day where account_id = $1 and day >= $3), 0)::bigint as month,
                coalesce((select messages from chat_use where account_id = $1 and day = $2), 0) as messages
            from account_total t where t.account_id = $1""";

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
        LocalDate month = today.withDayOfMonth(1);
        Row used = sql.row(USED, accountId, today, month).orElseThrow();
        Instant tomorrow = midnight(today.plusDays(1));
        return new Usage(
                Usage.Window.of(used.getLong("today"), plan.pagesPerDay(), tomorrow),
                Usage.Window.of(used.getLong("month"), plan.pagesPerMonth(), midnight(month.plusMonths(1))),
                Usage.Window.of(used.getLong("messages"), plan.chatMessagesPerDay(), tomorrow),
                used.getLong("granted"),
                used.getLong("balance"),
                used.getLong("reserved"));
    }

    private static Instant midnight(LocalDate day) {
        return day.atStartOfDay().toInstant(ZoneOffset.UTC);
    }
}
