package dev.pagewright.gateway.store;

import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.pgclient.PgException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.function.Function;

/**
 * PostgreSQL, for code that runs on a worker or virtual thread and reads from top to bottom. The queue's statements
 * (skip locked, unnest, advisory locks, counters) are SQL on purpose: see {@code docs/design/0018-entities.md}.
 * Never to be called on an event loop. Thread-safe.
 */
@ApplicationScoped
public class Database {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final String DEADLOCK = "40P01";
    private static final int ATTEMPTS = 4;

    private final Pool pool;

    Database(Pool pool) {
        this.pool = pool;
    }

    /**
     * Runs the work in one transaction: committed when it returns, rolled back when it throws. A transaction that the
     * server gives up, because two wait for each other, is run again.
     */
    public <T> T inTransaction(Function<Transaction, T> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return once(work);
            } catch (PgException e) {
                if (attempt == ATTEMPTS || !DEADLOCK.equals(e.getSqlState())) {
                    throw e;
                }
            }
        }
    }

    private <T> T once(Function<Transaction, T> work) {
        SqlConnection connection = pool.getConnection().await().atMost(PATIENCE);
        try {
            var open = connection.begin().await().atMost(PATIENCE);
            try {
                T result = work.apply(new Transaction(connection));
                open.commit().await().atMost(PATIENCE);
                return result;
            } catch (RuntimeException | Error e) {
                rollback(open, e);
                throw e;
            }
        } finally {
            connection.close().await().atMost(PATIENCE);
        }
    }

    /** For statements that need no transaction around them: each is its own, and costs one round trip. */
    public <T> T withoutTransaction(Function<Transaction, T> work) {
        SqlConnection connection = pool.getConnection().await().atMost(PATIENCE);
        try {
            return work.apply(new Transaction(connection));
        } finally {
            connection.close().await().atMost(PATIENCE);
        }
    }

    private static void rollback(io.vertx.mutiny.sqlclient.Transaction open, Throwable cause) {
        try {
            open.rollback().await().atMost(PATIENCE);
        } catch (RuntimeException e) {
            cause.addSuppressed(e); // the connection is broken: the server rolls back by itself
        }
    }
}
