package dev.pagewright.gateway.ledger;

import dev.pagewright.gateway.store.Transaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.OptionalLong;

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

    /** What a page of the job was last reserved at, and on which day. */
    private static final String HELD = """
            with held as (
                select price, (at at time zone 'UTC')::date as day from ledger_entry
                where job_id = $3 and kind = 'reserve' order by id desc limit 1)""";

    private final Clock clock;

    Ledger(Clock clock) {
        this.clock = clock;
    }

    /** To be called once, when the account is made. */
    public void open(Transaction sql, String accountId) {
        sql.update("insert into account_total (account_id) values ($1) on conflict do nothing", accountId);
    }

    /** Until the end of the transaction nobody else moves these accounts' sums. */
    public void lock(Transaction sql, Collection<String> accountIds) {
        sql.rows("select 1 from account_total where account_id = any($1) order by account_id for update", (Object)
                accountIds.toArray(String[]::new));
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

    /**
     * Takes what {@code account.Quota} has admitted.
     *
     * @param price thousandths of a credit a page; 0 where the plan counts pages and no credits
     */
    public void reserve(Transaction sql, String accountId, String jobId, int pages, long price) {
        OffsetDateTime now = now();
        sql.update("""
                insert into ledger_entry (account_id, at, kind, amount, pages, job_id, price, reason)
                values ($1, $2, 'reserve', $3, $4, $5, $6, 'submitted')""", accountId, now, -price * pages, pages, jobId, price);
        sql.update(
                "update account_total set balance = balance - $2, reserved = reserved + $2 where account_id = $1",
                accountId,
                price * pages);
        sql.update("""
                insert into account_day as d (account_id, day, pages) values ($1, $2, $3)
                on conflict (account_id, day) do update set pages = d.pages + excluded.pages""", accountId, today(now), (long) pages);
    }

    /**
     * @param price what the page costs as it was read, thousandths; never more than was reserved for it
     * @return what is charged, thousandths; empty where the page was settled before
     */
    public OptionalLong settle(
            Transaction sql, String accountId, String jobId, int pageIndex, long price, String reason) {
        return sql.row(HELD + """
                , entry as (
                    insert into ledger_entry
                        (account_id, at, kind, amount, pages, job_id, page_index, round, price, reason)
                    select $1, $2, 'settle', h.price - least(h.price, $5), 1, $3, $4, p.round, least(h.price, $5), $6
                    from page p, held h where p.job_id = $3 and p.index_ = $4
                    on conflict do nothing returning amount, price)
                update account_total t set balance = t.balance + e.amount, reserved = t.reserved - e.amount - e.price
                from entry e where t.account_id = $1 returning e.price""", accountId, now(), jobId, pageIndex, price, reason)
                .map(row -> OptionalLong.of(row.getLong("price")))
                .orElse(OptionalLong.empty());
    }

    /** A page that was not read. Nothing for one that was, and could not be read again after its text was lost. */
    public void refund(Transaction sql, String accountId, String jobId, int pageIndex, String reason) {
        lock(sql, List.of(accountId));
        refund(sql, "p.index_ = $5", accountId, now(), jobId, reason, pageIndex);
    }

    /** Refunds every page of a job that has no outcome yet. */
    public void refundUnread(Transaction sql, String accountId, String jobId) {
        lock(sql, List.of(accountId));
        refund(sql, "p.status in ('queued', 'released')", accountId, now(), jobId, "cancelled");
    }

    /** Behind the account's lock: in which order one statement changes a day's sum and the account's is not told. */
    private static void refund(Transaction sql, String which, Object... parameters) {
        sql.update(HELD + """
                , entry as (
                    insert into ledger_entry
                        (account_id, at, kind, amount, pages, job_id, page_index, round, price, reason)
                    select $1, $2, 'refund', h.price, 1, $3, p.index_, p.round, h.price, $4
                    from page p, held h where p.job_id = $3 and %s and not exists (
                        select 1 from ledger_entry s where s.job_id = $3 and s.kind = 'settle'
                            and s.page_index = p.index_ and s.round = p.round)
                    on conflict do nothing returning amount),
                given as (select count(*) as pages, coalesce(sum(amount), 0)::bigint as amount from entry),
                total as (
                    update account_total t set balance = t.balance + g.amount, reserved = t.reserved - g.amount
                    from given g where t.account_id = $1)
                update account_day d set pages = d.pages - g.pages
                from given g, held h where d.account_id = $1 and d.day = h.day""".formatted(which), parameters);
    }

    private static LocalDate today(OffsetDateTime now) {
        return now.toLocalDate();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
