package dev.pagewright.gateway.account;

import jakarta.persistence.Basic;
import jakarta.persistence.Column;
import jakarta.persistence.ColumnResult;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.NamedNativeQuery;
import jakarta.persistence.SqlResultSetMapping;
import jakarta.persistence.Table;
import java.time.LocalDate;

/** Chat messages of an account, a UTC day. */
@Entity
@Table(name = "chat_use")
@IdClass(ChatUse.Key.class)
// of concurrent messages exactly as many are admitted as are left: the statement itself decides
@SqlResultSetMapping(name = ChatUse.TAKE, columns = @ColumnResult(name = "messages", type = Long.class))
@NamedNativeQuery(name = ChatUse.TAKE, resultSetMapping = ChatUse.TAKE, query = """
        insert into chat_use (account_id, day, messages)
        select :account, cast(:day as date), 1 where cast(:cap as bigint) > 0
        on conflict (account_id, day) do update set messages = chat_use.messages + 1
            where chat_use.messages < cast(:cap as bigint)
        returning messages""")
class ChatUse {

    static final String TAKE = "ChatUse.take";

    /** A day of an account. */
    record Key(String accountId, LocalDate day) {}

    @Id
    @Column(name = "account_id")
    private String accountId;

    @Id
    private LocalDate day;

    @Basic
    private long messages;

    @SuppressWarnings("NullAway") // Hibernate fills it
    protected ChatUse() {}
}
