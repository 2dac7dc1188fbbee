package dev.pagewright.gateway.admin;

import dev.pagewright.gateway.access.Tokens;
import dev.pagewright.gateway.audit.Audit;
import dev.pagewright.gateway.http.Ids;
import dev.pagewright.gateway.http.Listed;
import dev.pagewright.gateway.ledger.Ledger;
import dev.pagewright.gateway.store.Database;
import dev.pagewright.gateway.store.Transaction;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All accounts, for the administrator. What is changed is audited in the same transaction. Blocks; thread-safe. */
@ApplicationScoped
class Accounts {

    private static final String COLUMNS = """
            select a.*, t.balance from account a join account_total t on t.account_id = a.id\s""";

    /**
     * @param status {@code active} or {@code suspended}
     * @param balance credits, thousandths
     */
    record Account(String id, String name, String plan, String status, Instant createdAt, long balance) {}

    private final Database database;
    private final Tokens tokens;
    private final Ledger ledger;
    private final Audit audit;
    private final Clock clock;

    Accounts(Database database, Tokens tokens, Ledger ledger, Audit audit, Clock clock) {
        this.database = database;
        this.tokens = tokens;
        this.ledger = ledger;
        this.audit = audit;
        this.clock = clock;
    }

    Account create(String name, String plan) {
        String id = Ids.next();
        return database.inTransaction(sql -> {
            OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
            sql.update("insert into account (id, name, plan, created_at) values ($1, $2, $3, $4)", id, name, plan, now);
            ledger.open(sql, id);
            audit.add(sql, Audit.ADMINISTRATOR, id, "create", Map.of("name", name, "plan", plan));
            return find(sql, id).orElseThrow();
        });
    }

    /** @param after id of the last one of the page before, null for the first page */
    Listed<Account> list(@Nullable String after, int limit) {
        List<Account> found = database.inTransaction(sql -> sql.rows(COLUMNS + """
                                where $1::text is null
                                   or (a.created_at, a.id) < (select created_at, id from account where id = $1)
                                order by a.created_at desc, a.id desc limit $2""", after, limit + 1).stream()
                .map(Accounts::account)
                .toList());
        return Listed.of(found, limit, Account::id);
    }

    Optional<Account> find(String id) {
        return database.inTransaction(sql -> find(sql, id));
    }

    /** @param plan and {@code status}: null leaves it as it is */
    Optional<Account> change(String id, @Nullable String plan, @Nullable String status) {
        return database.inTransaction(sql -> {
            int found = sql.update(
                    "update account set plan = coalesce($2, plan), status = coalesce($3, status) where id = $1",
                    id,
                    plan,
                    status);
            if (found == 1) {
                audit.add(sql, Audit.ADMINISTRATOR, id, "change", Map.of("plan", shown(plan), "status", shown(status)));
            }
            return find(sql, id);
        });
    }

    /** @return the id of the ledger's entry; empty where there is no such account */
    Optional<Long> grant(String id, long thousandths, String reason) {
        return database.inTransaction(sql -> find(sql, id).map(account -> {
            long entry = ledger.grant(sql, id, thousandths, reason);
            audit.add(sql, Audit.ADMINISTRATOR, id, "grant", Map.of("amount", thousandths, "reason", reason));
            return entry;
        }));
    }

    Optional<Tokens.Made> token(String id, Tokens.Wish wish) {
        return database.inTransaction(sql -> find(sql, id).map(account -> {
            Tokens.Made made = tokens.make(sql, id, wish);
            audit.add(sql, Audit.ADMINISTRATOR, id, "make token", Map.of("token", made.id(), "scopes", wish.scopes()));
            return made;
        }));
    }

    /** @return false where the account has no such token that is not revoked */
    boolean revoke(String id, String tokenId) {
        return tokens.find(id, tokenId)
                .map(token -> database.inTransaction(sql -> {
                    tokens.revoke(sql, id, tokenId);
                    audit.add(sql, Audit.ADMINISTRATOR, id, "revoke token", Map.of("token", tokenId));
                    return true;
                }))
                .orElse(false);
    }

    private static Optional<Account> find(Transaction sql, String id) {
        return sql.row(COLUMNS + "where a.id = $1", id).map(Accounts::account);
    }

    private static String shown(@Nullable String value) {
        return value == null ? "unchanged" : value;
    }

    private static Account account(Row row) {
        return new Account(
                row.getString("id"),
                row.getString("name"),
                row.getString("plan"),
                row.getString("status"),
                row.getOffsetDateTime("created_at").toInstant(),
                row.getLong("balance"));
    }
}
