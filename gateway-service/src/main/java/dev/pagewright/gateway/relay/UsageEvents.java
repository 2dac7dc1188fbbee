package dev.pagewright.gateway.relay;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pagewright.event.PageOutcome;
import dev.pagewright.event.Topics;
import dev.pagewright.gateway.store.Transaction;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;

/** Metering on the public topic: each page that was read, once, with what it was charged. Keyed by account. */
public final class UsageEvents {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private UsageEvents() {}

    /**
     * As part of the caller's transaction.
     *
     * @param charged thousandths of a credit; 0 where the plan counts pages alone
     */
    public static void pageRead(Transaction sql, String accountId, PageOutcome.Read page, String tier, long charged) {
        Map<String, Object> usage = new LinkedHashMap<>();
        usage.put("account", accountId);
        usage.put("job", page.jobId());
        usage.put("index", page.pageIndex());
        usage.put("tier", tier);
        usage.put("engine", page.engine());
        usage.put("credits", BigDecimal.valueOf(charged, 3));
        try {
            Outbox.append(
                    sql,
                    new Outbox.Entry(
                            Topics.USAGE_EVENTS, accountId, "usage.page", MAPPER.writeValueAsString(usage), null));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
