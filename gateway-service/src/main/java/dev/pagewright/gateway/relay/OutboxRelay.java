package dev.pagewright.gateway.relay;

import dev.pagewright.event.Topics;
import dev.pagewright.gateway.background.BackgroundLoop;
import dev.pagewright.gateway.queue.QueueSignals;
import dev.pagewright.gateway.store.Database;
import dev.pagewright.gateway.store.Transaction;
import dev.pagewright.supervision.Supervision;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Sends the outbox to Kafka, at least once and in order within a key: a shard's rows are locked by one relay, sent,
 * and deleted once the broker has acknowledged every one of them. A page task's place in its topic is noted on the
 * page, which is what the reconciler has as evidence. A shard that fails keeps no other from being sent; a row that can
 * never be sent goes to the dead letters.
 */
@ApplicationScoped
class OutboxRelay {

    private static final Logger LOG = Logger.getLogger(OutboxRelay.class);
    private static final long LOCK = 0x7061_6765_1000L;
    private static final int BATCH = 200;

    /** A shard waits for the client's buffer, and then for every acknowledgement. */
    private static final Duration LONGEST = Duration.ofMinutes(4);

    private final Database database;
    private final QueueSignals signals;
    private final ShardRecords records;
    private final DeadRows dead;
    private final Broker broker;
    private final FailedShards failed = new FailedShards();
    private final BackgroundLoop loop;

    OutboxRelay(Database database, QueueSignals signals, ShardRecords records, DeadRows dead, Broker broker) {
        this.database = database;
        this.signals = signals;
        this.records = records;
        this.dead = dead;
        this.broker = broker;
        this.loop = new BackgroundLoop("outbox-relay", Duration.ofMillis(500), LONGEST, this::relay);
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
        for (short shard : failed.order(shardsWaiting(), System.nanoTime())) {
            more |= sent(shard);
            loop.turned();
        }
        return more;
    }

    private boolean sent(short shard) {
        long start = System.nanoTime();
        try {
            boolean more = database.inTransaction(sql -> sql.tryLock(LOCK + shard) && relay(sql, shard));
            failed.works(shard);
            return more;
        } catch (RuntimeException | StackOverflowError e) {
            Supervision.ofProcess().failed("outbox-shard", e);
            long now = System.nanoTime();
            if (failed.failed(shard, Duration.ofNanos(now - start), now)) {
                LOG.warnf(e, "shard %d of the outbox cannot be sent and is tried again", shard);
            }
            return false;
        }
    }

    private List<Short> shardsWaiting() {
        return database.inTransaction(sql -> sql.rows("select distinct shard from outbox").stream()
                .map(row -> row.getShort("shard"))
                .toList());
    }

    private boolean relay(Transaction sql, short shard) {
        // waits for nobody's rows, neither these nor those it notes: who deletes a job may wait for this transaction
        List<Row> rows = sql.rows(
                "select * from outbox where shard = $1 order by id limit $2 for update skip locked", shard, BATCH);
        List<ShardRecords.Made> made = records.of(shard, rows);
        List<@Nullable Future<RecordMetadata>> answers = new ArrayList<>();
        for (ShardRecords.Made one : made) {
            answers.add(one.record() == null ? null : broker.send(one.record()));
        }
        for (int i = 0; i < made.size(); i++) {
            end(sql, made.get(i), answers.get(i));
        }
        sql.update("delete from outbox where id = any($1)", (Object)
                made.stream().map(one -> one.row().getLong("id")).toArray(Long[]::new));
        return made.size() == BATCH || made.size() < rows.size();
    }

    private void end(Transaction sql, ShardRecords.Made made, @Nullable Future<RecordMetadata> answer) {
        if (answer == null) {
            if (made.reason() != null) {
                dead.bury(made.row(), made.reason());
            }
            return;
        }
        try {
            note(sql, made.row(), Broker.await(answer));
        } catch (RefusedRecordException e) {
            dead.bury(made.row(), String.valueOf(e.getMessage()));
        }
    }

    /**
     * Where the task lies, as evidence for {@code Reconciler}. Not where somebody has the page or job in hand: that is an
     * outcome or a deletion, and else a task without a note is sent once more.
     */
    private static void note(Transaction sql, Row row, RecordMetadata place) {
        if (Topics.lanes().contains(row.getString("topic"))) {
            WorkerTaskKey.of(row.getString("payload")).ifPresent(key -> note(sql, key, place));
        }
    }

    private static void note(Transaction sql, WorkerTaskKey key, RecordMetadata place) {
        if (key.pageIndex() == null) {
            sql.update("""
                    update job set assemble_partition = $2, assemble_offset = $3 where id in (
                        select id from job where id = $1 and assemble_attempt = $4 for no key update skip locked)""", key.jobId(), place.partition(), place.offset(), key.attempt());
        } else {
            sql.update("""
                    update page set task_partition = $3, task_offset = $4 where (job_id, index_) in (
                        select job_id, index_ from page where job_id = $1 and index_ = $2 and attempt = $5
                        for no key update skip locked)""", key.jobId(), key.pageIndex(), place.partition(), place.offset(), key.attempt());
        }
    }
}
