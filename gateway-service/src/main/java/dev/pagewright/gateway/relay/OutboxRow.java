package dev.pagewright.gateway.relay;

import jakarta.persistence.Basic;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.NamedNativeQuery;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A record that is to be sent to Kafka. Rows of a shard are sent in the order of their ids. */
@Entity
@Table(name = "outbox")
// all of a transaction's in one statement, in order: an identity cannot be batched, and ids that are taken in blocks by
// two replicas would not tell which of two rows of one key came first
@NamedNativeQuery(name = OutboxRow.APPEND, query = """
        insert into outbox (shard, topic, key, type, payload, trace_parent, created_at)
        select n.shard, n.topic, n.key, n.type, n.payload, n.trace_parent, cast(:now as timestamptz)
        from unnest(cast(:shards as smallint[]), cast(:topics as text[]), cast(:keys as text[]), cast(:types as text[]),
            cast(:payloads as text[]), cast(:traces as text[])) with ordinality
            as n(shard, topic, key, type, payload, trace_parent, place)
        order by n.place""")
// what the relay is sending is sent: it is held, and passed by here
@NamedNativeQuery(name = OutboxRow.WITHDRAW, query = """
        delete from outbox where id in (
            select id from outbox where key = :job and (topic like 'pagewright.page-tasks.%' or topic = :pages)
            for update skip locked)""")
class OutboxRow {

    static final String APPEND = "OutboxRow.append";
    static final String WITHDRAW = "OutboxRow.withdraw";

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Basic
    private short shard;

    @Basic
    private String topic;

    @Basic
    private String key;

    @Basic
    private String type;

    @Basic
    private String payload;

    @Column(name = "trace_parent")
    private @Nullable String traceParent;

    @Column(name = "created_at")
    private Instant createdAt;

    @SuppressWarnings("NullAway") // Hibernate fills it
    protected OutboxRow() {}
}
