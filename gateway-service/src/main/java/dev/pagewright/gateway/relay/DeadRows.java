package dev.pagewright.gateway.relay;

import dev.pagewright.event.Topics;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jboss.logging.Logger;

/**
 * Keeps rows that can never be sent among the dead letters, with the reason. A task among them is found by the
 * reconciler, which has it made again or gives its page up.
 */
@ApplicationScoped
class DeadRows {

    private static final Logger LOG = Logger.getLogger(DeadRows.class);

    /** A letter about what was too large must not be too large. */
    private static final int KEPT = 500_000;

    private final Broker broker;
    private final MeterRegistry meters;

    DeadRows(Broker broker, MeterRegistry meters) {
        this.broker = broker;
        this.meters = meters;
    }

    void bury(Row row, String reason) {
        String source = "outbox@" + row.getLong("id");
        LOG.errorf("%s for %s goes to the dead letters: %s", source, row.getString("topic"), reason);
        byte[] payload = row.getString("payload").getBytes(StandardCharsets.UTF_8);
        byte[] kept = payload.length > KEPT ? Arrays.copyOf(payload, KEPT) : payload;
        var letter = new ProducerRecord<>(Topics.DEAD_LETTERS, row.getString("key"), kept);
        letter.headers()
                .add("reason", reason.getBytes(StandardCharsets.UTF_8))
                .add("source", source.getBytes(StandardCharsets.UTF_8))
                .add("topic", row.getString("topic").getBytes(StandardCharsets.UTF_8));
        broker.sendAndAwait(letter);
        meters.counter("pagewright.outbox.dead").increment();
    }
}
