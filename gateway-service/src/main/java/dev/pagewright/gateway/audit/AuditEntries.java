package dev.pagewright.gateway.audit;

import com.fasterxml.jackson.annotation.JsonRawValue;
import dev.pagewright.gateway.http.Listed;
import dev.pagewright.gateway.store.Database;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was done to an account, newest first. Blocks; thread-safe. */
@ApplicationScoped
public class AuditEntries {

    /** @param detail a JSON object */
    public record Entry(
            Instant at,
            String actor,
            String action,
            @JsonRawValue String detail) {

        static Entry of(Row row) {
            return new Entry(
                    row.getOffsetDateTime("at").toInstant().truncatedTo(ChronoUnit.MILLIS),
                    row.getString("actor"),
                    row.getString("action"),
                    row.getString("detail"));
        }
    }

    private final Database database;

    AuditEntries(Database database) {
        this.database = database;
    }

    /** @param before the cursor, null for the first page */
    public Listed<Entry> list(String accountId, @Nullable Long before, int limit) {
        List<Row> rows = database.withoutTransaction(sql -> sql.rows(
                "select * from audit_entry where account_id = $1 and ($2::bigint is null or id < $2) order by id desc limit $3",
                accountId,
                before,
                limit + 1));
        Listed<Row> page = Listed.of(rows, limit, row -> row.getLong("id").toString());
        return new Listed<>(page.items().stream().map(Entry::of).toList(), page.next());
    }
}
