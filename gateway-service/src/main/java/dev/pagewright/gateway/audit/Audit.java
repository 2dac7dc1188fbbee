package dev.pagewright.gateway.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pagewright.gateway.store.Transaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Map;

/** Writes down who did what to which account, in the transaction that did it. Append-only. */
@ApplicationScoped
public class Audit {

    /** Who has the administrator's token. */
    public static final String ADMINISTRATOR = "administrator";

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Clock clock;

    Audit(Clock clock) {
        this.clock = clock;
    }

    /**
     * @param actor {@link #ADMINISTRATOR}, or the account's token by its id
     * @param detail no secrets
     */
    public void add(Transaction sql, String actor, String accountId, String action, Map<String, ?> detail) {
        try {
            sql.update(
                    """
                    insert into audit_entry (at, actor, action, account_id, detail)
                    values ($1, $2, $3, $4, $5)""",
                    clock.instant().atOffset(ZoneOffset.UTC),
                    actor,
                    action,
                    accountId,
                    MAPPER.writeValueAsString(detail));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
