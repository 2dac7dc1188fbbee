package dev.pagewright.gateway.ledger;

import dev.pagewright.gateway.store.Transaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/**
 * The append-only account of credits, in thousandths. Always part of the transaction of what it tells of. A
 * reservation takes the price of every page from the balance; a page that was read settles (giving back what it cost
 * less than reserved), one that was not is refunded: each once a round of reading, whatever comes twice.
 */
@ApplicationScoped
public class Ledger {

    private final Clock clock;

    Ledger(Clock clock) {
        this.clock = clock;
    }

    /**
     * @param amount thousandths of a credit, positive
     * @return the entry's id
     */
    public long grant(Transaction sql, String accountId, long amount, String reason) {
        return sql.row(
                        "insert into ledger_entry (account_id, at, kind, amount, reason) values ($1, $2, 'grant', $3, $4) returning id",
                        accountId,
                        now(),
                        amount,
                        reason)
                .map(row -> row.getLong("id"))
                .orElseThrow();
    }

    /** @param price thousandths of a credit a page */
    public void reserve(Transaction sql, String accountId, String jobId, int pages, long price) {
        sql.update("""
                insert into ledger_entry (account_id, at, kind, amount, pages, job_id, price, reason)
                values ($1, $2, 'reserve', $3, $4, $5, $6, 'submitted')""", accountId, now(), -price * pages, pages, jobId, price);
    }

    /**
     * @param reserved what a page of the job was reserved at, thousandths
     * @param price what it costs as it was read
     */
    public void settle(
            Transaction sql, String accountId, String jobId, int pageIndex, long reserved, long price, String reason) {
        sql.update("""
                insert into ledger_entry (account_id, at, kind, amount, pages, job_id, page_index, round, price, reason)
                select $1, $2, 'settle', $3, 1, $4, $5, p.round, $6, $7 from page p where p.job_id = $4 and p.index_ = $5
                on conflict do nothing""", accountId, now(), reserved - price, jobId, pageIndex, price, reason);
    }

    public void refund(Transaction sql, String accountId, String jobId, int pageIndex, long reserved, String reason) {
        sql.update("""
                insert into ledger_entry (account_id, at, kind, amount, pages, job_id, page_index, round, price, reason)
                select $1, $2, 'refund', $3, 1, $4, $5, p.round, $3, $6 from page p where p.job_id = $4 and p.index_ = $5
                on conflict do nothing""", accountId, now(), reserved, jobId, pageIndex, reason);
    }

    /** Refunds every page of a job that has no outcome yet. */
    public void refundUnread(Transaction sql, String accountId, String jobId) {
        sql.update("""
                insert into ledger_entry (account_id, at, kind, amount, pages, job_id, page_index, round, price, reason)
                select $1, $2, 'refund', $3, 1, $4, p.index_, p.round, $3, 'cancelled'
                from page p where p.job_id = $4 and p.status in ('queued', 'released')
                on conflict do nothing""", accountId, now(), reservedPrice(sql, jobId), jobId);
    }

    /** What a page of the job was last reserved at, thousandths. */
    public long reservedPrice(Transaction sql, String jobId) {
        return sql.row(
                        "select price from ledger_entry where job_id = $1 and kind = 'reserve' order by id desc limit 1",
                        jobId)
                .map(row -> row.getLong("price"))
                .orElse(0L);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
