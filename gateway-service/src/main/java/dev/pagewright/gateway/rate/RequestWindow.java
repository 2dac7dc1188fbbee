package dev.pagewright.gateway.rate;

import jakarta.persistence.Basic;
import jakarta.persistence.Column;
import jakarta.persistence.ColumnResult;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.NamedNativeQuery;
import jakarta.persistence.SqlResultSetMapping;
import jakarta.persistence.Table;

/** Requests of an account in a minute, taken by the replicas in blocks. */
@Entity
@Table(name = "request_window")
@IdClass(RequestWindow.Key.class)
// replicas take at once: the sum is the statement's
@SqlResultSetMapping(name = RequestWindow.TAKE, columns = @ColumnResult(name = "taken", type = Long.class))
@NamedNativeQuery(name = RequestWindow.TAKE, resultSetMapping = RequestWindow.TAKE, query = """
        insert into request_window as w (account_id, minute, taken) values (:account, :minute, :wanted)
        on conflict (account_id, minute) do update set taken = w.taken + excluded.taken returning taken""")
class RequestWindow {

    static final String TAKE = "RequestWindow.take";

    /**
     * A minute of an account.
     *
     * @param minute since 1970
     */
    record Key(String accountId, long minute) {}

    @Id
    @Column(name = "account_id")
    private String accountId;

    @Id
    private long minute;

    @Basic
    private long taken;

    @SuppressWarnings("NullAway") // Hibernate fills it
    protected RequestWindow() {}
}
