package dev.pagewright.gateway.relay;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pagewright.event.Topics;
import dev.pagewright.event.published.PublicEvent;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;

/** Metering on the public topic: each page that was read, once, with what it was charged. Keyed by account. */
final class UsageEvents {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private UsageEvents() {}

    /** @param charged thousandths of a credit; 0 where the plan counts pages alone */
    static Outbox.Entry entry(String accountId, String jobId, int index, String tier, String engine, long charged) {
        Map<String, Object> usage = new LinkedHashMap<>();
        usage.put("account", accountId);
        usage.put("job", jobId);
        usage.put("index", index);
        usage.put("tier", tier);
        usage.put("engine", engine);
        usage.put("credits", BigDecimal.valueOf(charged, 3));
        try {
            return new Outbox.Entry(
                    Topics.USAGE_EVENTS,
                    accountId,
                    PublicEvent.USAGE_PAGE.kind(),
                    MAPPER.writeValueAsString(usage),
                    null);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
