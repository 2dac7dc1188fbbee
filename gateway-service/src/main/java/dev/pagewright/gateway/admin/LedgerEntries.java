package dev.pagewright.gateway.admin;

import dev.pagewright.gateway.account.Credit;
import dev.pagewright.gateway.http.Listed;
import dev.pagewright.gateway.store.Database;
import dev.pagewright.gateway.store.Transaction;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An account's ledger as the administrator reads it. Blocks; thread-safe. */
@ApplicationScoped
class LedgerEntries {

    /**
     * One line.
     *
     * @param amount credits, signed as it moved the balance
     * @param page 1-based, within the file; null where the line is not about one page
     * @param balance credits after this line
     */
    record Entry(
            Instant at,
            String kind,
            BigDecimal amount,
            @Nullable String job,
            @Nullable Integer page,
            String reason,
            BigDecimal balance) {}

    private static final String COLUMNS = """
            select e.*, coalesce(p.number, e.page_index + 1) as page_number
            from ledger_entry e left join page p on p.job_id = e.job_id and p.index_ = e.page_index\s""";

    private final Database database;

    LedgerEntries(Database database) {
        this.database = database;
    }

    /** @param before the cursor, null for the first page */
    Listed<Entry> list(String accountId, @Nullable Long before, int limit) {
        return database.inTransaction(sql -> {
            List<Row> rows = sql.rows(
                    COLUMNS
                            + "where e.account_id = $1 and ($2::bigint is null or e.id < $2) order by e.id desc limit $3",
                    accountId,
                    before,
                    limit + 1);
            String next =
                    rows.size() > limit ? rows.get(limit - 1).getLong("id").toString() : null;
            return new Listed<>(entries(sql, accountId, rows.subList(0, Math.min(limit, rows.size()))), next);
        });
    }

    Entry one(String accountId, long id) {
        return database.inTransaction(sql -> entries(
                        sql, accountId, sql.rows(COLUMNS + "where e.account_id = $1 and e.id = $2", accountId, id))
                .getFirst());
    }

    /** @param rows newest first */
    private static List<Entry> entries(Transaction sql, String accountId, List<Row> rows) {
        List<Entry> entries = new ArrayList<>();
        long balance =
                rows.isEmpty() ? 0 : balance(sql, accountId, rows.getFirst().getLong("id"));
        for (Row row : rows) {
            entries.add(entry(row, balance));
            balance -= row.getLong("amount");
        }
        return entries;
    }

    private static long balance(Transaction sql, String accountId, long id) {
        return sql.row(
                        "select coalesce(sum(amount), 0)::bigint from ledger_entry where account_id = $1 and id <= $2",
                        accountId,
                        id)
                .map(row -> row.getLong(0))
                .orElseThrow();
    }

    private static Entry entry(Row row, long balance) {
        return new Entry(
                row.getOffsetDateTime("at").toInstant().truncatedTo(ChronoUnit.MILLIS),
                row.getString("kind"),
                Credit.of(row.getLong("amount")),
                row.getString("job_id"),
                row.getInteger("page_number"),
                row.getString("reason"),
                Credit.of(balance));
    }
}
