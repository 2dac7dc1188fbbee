package dev.pagewright.gateway.account;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.NamedNativeQuery;
import jakarta.persistence.Table;
import java.time.LocalDate;

/** Pages of an account that could not be read, a UTC day. */
@Entity
@Table(name = "failed_use")
@IdClass(FailedUse.Key.class)
// the sum is taken in the statement: whoever counts need not know whether the day has a row
@NamedNativeQuery(name = FailedUse.COUNT, query = """
        insert into failed_use as f (account_id, day, pages)
        select a.account_id, cast(:day as date), count(*)
        from unnest(cast(cast(:accounts as text[]) as bpchar[])) as a(account_id)
        group by a.account_id order by a.account_id
        on conflict (account_id, day) do update set pages = f.pages + excluded.pages""")
class FailedUse {

    static final String COUNT = "FailedUse.count";

    /** A day of an account. */
    record Key(String accountId, LocalDate day) {}

    @Id
    @Column(name = "account_id")
    private String accountId;

    @Id
    private LocalDate day;

    private long pages;

    @SuppressWarnings("NullAway") // Hibernate fills it
    protected FailedUse() {}

    long pages() {
        return pages;
    }
}
