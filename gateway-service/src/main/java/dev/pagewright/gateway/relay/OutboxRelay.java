package dev.pagewright.gateway.relay;

import dev.pagewright.event.Topics;
import dev.pagewright.gateway.background.BackgroundLoop;
import dev.pagewright.gateway.queue.QueueSignals;
import dev.pagewright.gateway.store.Database;
import dev.pagewright.gateway.store.Transaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;

/**
 * Sends the outbox to Kafka, at least once and in order within a key: a shard's rows are locked by one relay, sent,
 * and deleted once the broker has acknowledged every one of them. A page task's place in its topic is noted on the
 * page, which is what the reconciler has as evidence.
 */
@ApplicationScoped
class OutboxRelay {

    private static final long LOCK = 0x7061_6765_1000L;
    private static final int BATCH = 200;

    private final Database database;
    private final QueueSignals signals;
    private final EventRecords records;
    private final Broker broker;
    private final BackgroundLoop loop;

    OutboxRelay(Database database, QueueSignals signals, EventRecords records, Broker broker) {
        this.database = database;
        this.signals = signals;
        this.records = records;
        this.broker = broker;
        this.loop = new BackgroundLoop("outbox-relay", Duration.ofMillis(500), this::relay);
    }

    void start(@Observes StartupEvent event) {
        signals.onOutboxFilled(loop::wake);
        loop.start();
    }

    void stop(@Observes ShutdownEvent event) {
        loop.close();
    }

    private boolean relay() {
        boolean more = false;
        for (short shard : shardsWaiting()) {
            more |= database.inTransaction(sql -> sql.tryLock(LOCK + shard) && relay(sql, shard));
        }
        return more;
    }

    private List<Short> shardsWaiting() {
        return database.inTransaction(sql -> sql.rows("select distinct shard from outbox").stream()
                .map(row -> row.getShort("shard"))
                .toList());
    }

    private boolean relay(Transaction sql, short shard) {
        List<Row> rows = sql.rows("select * from outbox where shard = $1 order by id limit $2", shard, BATCH);
        List<Row> sent = new ArrayList<>();
        List<Future<RecordMetadata>> answers = new ArrayList<>();
        for (Row row : rows) {
            record(row).ifPresent(record -> {
                sent.add(row);
                answers.add(broker.send(record));
            });
        }
        for (int i = 0; i < answers.size(); i++) {
            note(sql, sent.get(i), Broker.await(answers.get(i)));
        }
        sql.update("delete from outbox where id = any($1)", (Object)
                rows.stream().map(row -> row.getLong("id")).toArray(Long[]::new));
        return rows.size() == BATCH;
    }

    private java.util.Optional<ProducerRecord<String, byte[]>> record(Row row) {
        try {
            return records.record(row);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void note(Transaction sql, Row row, RecordMetadata place) {
        if (!Topics.lanes().contains(row.getString("topic"))) {
            return;
        }
        WorkerTaskKey key = WorkerTaskKey.of(row.getString("payload"));
        if (key.pageIndex() == null) {
            sql.update(
                    "update job set assemble_partition = $2, assemble_offset = $3 where id = $1 and assemble_attempt = $4",
                    key.jobId(),
                    place.partition(),
                    place.offset(),
                    key.attempt());
        } else {
            sql.update("""
                    update page set task_partition = $3, task_offset = $4
                    where job_id = $1 and index_ = $2 and attempt = $5""", key.jobId(), key.pageIndex(), place.partition(), place.offset(), key.attempt());
        }
    }
}
