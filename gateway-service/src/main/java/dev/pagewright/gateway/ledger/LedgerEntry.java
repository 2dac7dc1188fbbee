package dev.pagewright.gateway.ledger;

import dev.pagewright.gateway.job.Page;
import jakarta.persistence.Basic;
import jakarta.persistence.Column;
import jakarta.persistence.ColumnResult;
import jakarta.persistence.ConstructorResult;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.EnumeratedValue;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.NamedNativeQuery;
import jakarta.persistence.SqlResultSetMapping;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Locale;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A line of an account's ledger: written once. Amounts are thousandths of a credit, signed as they move the balance. */
@Entity
@Immutable
@Table(name = "ledger_entry")
// the lock alone: the sums are moved by the statements below, and an entity of them would be wrong after each
@SqlResultSetMapping(name = LedgerEntry.LOCK, columns = @ColumnResult(name = "account_id", type = String.class))
@NamedNativeQuery(name = LedgerEntry.LOCK, resultSetMapping = LedgerEntry.LOCK, query = """
        select t.account_id from account_total t
        where t.account_id = any(cast(cast(:accounts as text[]) as bpchar[])) order by t.account_id for update""")
// entry and sum in one statement: whatever comes twice finds the entry there, and moves no sum
@SqlResultSetMapping(
        name = LedgerEntry.SETTLE,
        classes =
                @ConstructorResult(
                        targetClass = Charges.Charged.class,
                        columns = {
                            @ColumnResult(name = "job_id", type = String.class),
                            @ColumnResult(name = "page_index", type = Integer.class),
                            @ColumnResult(name = "price", type = Long.class)
                        }))
@NamedNativeQuery(name = LedgerEntry.SETTLE, resultSetMapping = LedgerEntry.SETTLE, query = """
        with asked as (
            select * from unnest(cast(cast(:accounts as text[]) as bpchar[]), cast(cast(:jobs as text[]) as bpchar[]),
                cast(:pages as int[]), cast(:rounds as int[]), cast(:prices as bigint[]), cast(:reasons as text[]))
                with ordinality as a(account_id, job_id, page_index, round, price, reason, place)
        ), held as (
            select distinct on (e.job_id) e.job_id, e.price from ledger_entry e
            where e.kind = 'reserve' and e.job_id in (select job_id from asked) order by e.job_id, e.id desc
        ), entry as (
            insert into ledger_entry (account_id, at, kind, amount, pages, job_id, page_index, round, price, reason)
            select a.account_id, cast(:now as timestamptz), 'settle', h.price - least(h.price, a.price), 1, a.job_id,
                a.page_index, a.round, least(h.price, a.price), a.reason
            from asked a join held h on h.job_id = a.job_id order by a.place
            on conflict do nothing returning account_id, job_id, page_index, amount, price
        ), total as (
            update account_total t set balance = t.balance + s.amount, reserved = t.reserved - s.amount - s.price
            from (select account_id, sum(amount)::bigint as amount, sum(price)::bigint as price from entry
                  group by account_id) s
            where t.account_id = s.account_id)
        select job_id, page_index, price from entry""")
// as above, and the day on which the pages were reserved
@NamedNativeQuery(name = LedgerEntry.REFUND, query = """
        with asked as (
            select * from unnest(cast(cast(:accounts as text[]) as bpchar[]), cast(cast(:jobs as text[]) as bpchar[]),
                cast(:pages as int[]), cast(:rounds as int[]), cast(:reasons as text[]))
                with ordinality as a(account_id, job_id, page_index, round, reason, place)
        ), held as (
            select distinct on (e.job_id) e.job_id, e.price, (e.at at time zone 'UTC')::date as day from ledger_entry e
            where e.kind = 'reserve' and e.job_id in (select job_id from asked) order by e.job_id, e.id desc
        ), entry as (
            insert into ledger_entry (account_id, at, kind, amount, pages, job_id, page_index, round, price, reason)
            select a.account_id, cast(:now as timestamptz), 'refund', h.price, 1, a.job_id, a.page_index, a.round, h.price,
                a.reason
            from asked a join held h on h.job_id = a.job_id
            where not exists (select 1 from ledger_entry s where s.job_id = a.job_id and s.kind = 'settle'
                and s.page_index = a.page_index and s.round = a.round)
            order by a.place
            on conflict do nothing returning account_id, job_id, amount
        ), total as (
            update account_total t set balance = t.balance + s.amount, reserved = t.reserved - s.amount
            from (select account_id, sum(amount)::bigint as amount from entry group by account_id) s
            where t.account_id = s.account_id)
        update account_day d set pages = d.pages - s.pages
        from (select e.account_id, h.day, count(*) as pages from entry e join held h on h.job_id = e.job_id
              group by e.account_id, h.day) s
        where d.account_id = s.account_id and d.day = s.day""")
// as above: the entry, the account's sum and the day's
@NamedNativeQuery(name = LedgerEntry.RESERVE, query = """
        with entry as (
            insert into ledger_entry (account_id, at, kind, amount, pages, job_id, price, reason)
            values (:account, cast(:now as timestamptz), 'reserve', - cast(:amount as bigint), cast(:pages as int), :job,
                cast(:price as bigint), 'submitted')
        ), total as (
            update account_total set balance = balance - cast(:amount as bigint),
                reserved = reserved + cast(:amount as bigint) where account_id = :account)
        insert into account_day as d (account_id, day, pages)
        values (:account, (cast(:now as timestamptz) at time zone 'UTC')::date, cast(:pages as int))
        on conflict (account_id, day) do update set pages = d.pages + excluded.pages""")
class LedgerEntry {

    static final String LOCK = "LedgerEntry.lock";
    static final String SETTLE = "LedgerEntry.settle";
    static final String RESERVE = "LedgerEntry.reserve";
    static final String REFUND = "LedgerEntry.refund";

    enum Kind {
        GRANT,
        RESERVE,
        SETTLE,
        REFUND;

        @EnumeratedValue
        private final String wireName = name().toLowerCase(Locale.ROOT);

        String wireName() {
            return wireName;
        }
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Column(name = "account_id")
    private String accountId;

    @Basic
    private Instant at;

    @Basic
    @Enumerated(EnumType.STRING)
    private Kind kind;

    @Basic
    private long amount;

    @Basic
    private int pages;

    @Column(name = "job_id")
    private @Nullable String jobId;

    @Column(name = "page_index")
    private @Nullable Integer pageIndex;

    @Basic
    private int round;

    @Basic
    private @Nullable Long price;

    @Basic
    private String reason;

    @SuppressWarnings("NullAway") // Hibernate fills it
    protected LedgerEntry() {}

    /** Whether it is of the page's present round of reading. */
    boolean of(Page page) {
        return pageIndex != null && pageIndex == page.index() && round == page.round();
    }
}
