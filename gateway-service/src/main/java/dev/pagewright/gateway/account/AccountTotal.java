package dev.pagewright.gateway.account;

import jakarta.persistence.Basic;
import jakarta.persistence.Column;
import jakarta.persistence.ColumnResult;
import jakarta.persistence.ConstructorResult;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedNativeQuery;
import jakarta.persistence.SqlResultSetMapping;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;

/** The sums of an account's ledger, thousandths of a credit; the ledger's statements move them, and nobody else. */
@Entity
@Immutable
@Table(name = "account_total")
// sums over days, beside the account's own: one round trip for what every submission asks
@SqlResultSetMapping(
        name = AccountTotal.USED,
        classes =
                @ConstructorResult(
                        targetClass = AccountTotal.Used.class,
                        columns = {
                            @ColumnResult(name = "granted", type = Long.class),
                            @ColumnResult(name = "balance", type = Long.class),
                            @ColumnResult(name = "reserved", type = Long.class),
                            @ColumnResult(name = "today", type = Long.class),
                            @ColumnResult(name = "month", type = Long.class),
                            @ColumnResult(name = "messages", type = Long.class)
                        }))
@NamedNativeQuery(name = AccountTotal.USED, resultSetMapping = AccountTotal.USED, query = """
        select t.granted, t.balance, t.reserved,
            cast(coalesce((select sum(pages) from account_day where account_id = :account and day = :today), 0) as bigint) as today,
            cast(coalesce((select sum(pages) from account_day where account_id = :account and day >= :month), 0) as bigint) as month,
            coalesce((select messages from chat_use where account_id = :account and day = :today), 0) as messages
        from account_total t where t.account_id = :account""")
class AccountTotal {

    static final String USED = "AccountTotal.used";

    /** As {@link #USED} tells it. */
    record Used(Long granted, Long balance, Long reserved, Long today, Long month, Long messages) {}

    @Id
    @Column(name = "account_id")
    private String accountId;

    @Basic
    private long granted;

    @Basic
    private long balance;

    @Basic
    private long reserved;

    @SuppressWarnings("NullAway") // Hibernate fills it
    protected AccountTotal() {}
}
