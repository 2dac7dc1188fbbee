package dev.pagewright.gateway.admin;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pagewright.gateway.store.Transaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Map;

/** Writes down who did what to which account, in the transaction that did it. */
@ApplicationScoped
class Audit {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Clock clock;

    Audit(Clock clock) {
        this.clock = clock;
    }

    /** @param detail no secrets */
    void add(Transaction sql, String accountId, String action, Map<String, ?> detail) {
        try {
            sql.update(
                    """
                    insert into audit_entry (at, actor, action, account_id, detail)
                    values ($1, 'administrator', $2, $3, $4)""",
                    clock.instant().atOffset(ZoneOffset.UTC),
                    action,
                    accountId,
                    MAPPER.writeValueAsString(detail));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
