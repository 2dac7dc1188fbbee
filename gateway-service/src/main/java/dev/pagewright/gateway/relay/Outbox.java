package dev.pagewright.gateway.relay;

import dev.pagewright.gateway.store.Transaction;
import org.jspecify.annotations.Nullable;

/** What is to be sent to Kafka, written in the transaction of what it tells of. */
public final class Outbox {

    /** Records of one key keep their order; a shard is sent by one relay at a time. */
    static final int SHARDS = 16;

    /**
     * @param type of a public event ({@code job.done}), or of an internal one ({@code task})
     * @param payload JSON, small; what is large is added when it is sent
     */
    public record Entry(
            String topic,
            String key,
            String type,
            String payload,
            @Nullable String traceParent) {

        short shard() {
            return (short) Math.floorMod(key.hashCode(), SHARDS);
        }
    }

    private Outbox() {}

    public static void append(Transaction sql, Entry entry) {
        sql.update("""
                insert into outbox (shard, topic, key, type, payload, trace_parent, created_at)
                values ($1, $2, $3, $4, $5, $6, now())""", entry.shard(), entry.topic(), entry.key(), entry.type(), entry.payload(), entry.traceParent());
    }
}
