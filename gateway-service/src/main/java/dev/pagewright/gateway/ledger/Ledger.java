package dev.pagewright.gateway.ledger;

import dev.pagewright.gateway.store.Transaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/**
 * The append-only account of credits, in thousandths. Always part of the transaction of what it tells of. A
 * reservation takes the price of every page from the balance; a page that was read settles (giving back what it cost
 * less than reserved), one that was not is refunded: each once a round of reading, whatever comes twice. The sums that
 * are asked for with every request ({@code account_total}, {@code account_day}) move in the same statement as the
 * entry that moves them.
 *
 * <p>Locks: a job's row comes before its account's sums, accounts in the order of their ids.
 */
@ApplicationScoped
public class Ledger {

    private final Clock clock;

    Ledger(Clock clock) {
        this.clock = clock;
    }

    /** To be called once, when the account is made. */
    public void open(Transaction sql, String accountId) {
        sql.update("insert into account_total (account_id) values ($1) on conflict do nothing", accountId);
    }

    /**
     * @param amount thousandths of a credit, positive
     * @return the entry's id
     */
    public long grant(Transaction sql, String accountId, long amount, String reason) {
        sql.update(
                "update account_total set granted = granted + $2, balance = balance + $2 where account_id = $1",
                accountId,
                amount);
        return sql.row(
                        "insert into ledger_entry (account_id, at, kind, amount, reason) values ($1, $2, 'grant', $3, $4) returning id",
                        accountId,
                        now(),
                        amount,
                        reason)
                .map(row -> row.getLong("id"))
                .orElseThrow();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
