package dev.pagewright.gateway.store;

import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The statements of one transaction, in order. Not thread-safe. */
public final class Transaction {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final SqlConnection connection;

    Transaction(SqlConnection connection) {
        this.connection = connection;
    }

    /** Rows of a query; parameters {@code $1}, {@code $2}, ... */
    public List<Row> rows(String sql, @Nullable Object... parameters) {
        List<Row> rows = new ArrayList<>();
        run(sql, parameters).forEach(rows::add);
        return rows;
    }

    /** The first row of a query. */
    public Optional<Row> row(String sql, @Nullable Object... parameters) {
        var rows = run(sql, parameters).iterator();
        return rows.hasNext() ? Optional.of(rows.next()) : Optional.empty();
    }

    /** Number of rows that a statement changed. */
    public int update(String sql, @Nullable Object... parameters) {
        return run(sql, parameters).rowCount();
    }

    /** One statement for many parameter sets; nothing for none. */
    public void batch(String sql, List<Tuple> parameters) {
        if (!parameters.isEmpty()) {
            connection.preparedQuery(sql).executeBatch(parameters).await().atMost(PATIENCE);
        }
    }

    /** Whether this transaction now holds the advisory lock; it is released with the transaction. */
    public boolean tryLock(long lock) {
        return row("select pg_try_advisory_xact_lock($1) as held", lock)
                .map(row -> row.getBoolean("held"))
                .orElse(false);
    }

    private RowSet<Row> run(String sql, @Nullable Object... parameters) {
        return connection
                .preparedQuery(sql)
                .execute(Tuple.from(java.util.Arrays.asList(parameters)))
                .await()
                .atMost(PATIENCE);
    }
}
