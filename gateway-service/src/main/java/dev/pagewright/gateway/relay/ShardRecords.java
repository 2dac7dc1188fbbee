package dev.pagewright.gateway.relay;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.pagewright.event.Topics;
import dev.pagewright.gateway.poison.Taken;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/**
 * The records of a shard's next rows. A page is decoded for its record, which is what may end the process: so pages are
 * taken with a note, and one at which it ends again and again is told as a reference. As many rows as fit in a bound of
 * memory, one at least.
 */
@ApplicationScoped
class ShardRecords {

    private static final int MOST_BYTES = 8 << 20;

    /**
     * @param record null where there is nothing to send
     * @param reason why it can never be sent; null where what it tells of is gone
     */
    record Made(
            Row row,
            @Nullable ProducerRecord<String, byte[]> record,
            @Nullable String reason) {}

    private final EventRecords records;
    private final Taken taken;

    ShardRecords(EventRecords records, Taken taken) {
        this.records = records;
        this.taken = taken;
    }

    /** @param rows in order */
    List<Made> of(short shard, List<Row> rows) {
        List<Row> pages = rows.stream()
                .filter(row -> row.getString("topic").equals(Topics.PAGE_RESULTS))
                .toList();
        Taken.Leave leave = pages.isEmpty()
                ? Taken.Leave.ALL
                : taken.take(
                        "outbox",
                        new Taken.Inputs(
                                Short.toString(shard),
                                pages.getFirst().getLong("id"),
                                pages.getLast().getLong("id")));
        List<Made> made = new ArrayList<>();
        long bytes = 0;
        boolean page = false;
        for (Row row : rows) {
            boolean isPage = row.getString("topic").equals(Topics.PAGE_RESULTS);
            if (bytes > MOST_BYTES || (isPage && page && leave != Taken.Leave.ALL)) {
                break;
            }
            page |= isPage;
            Made one = make(row, isPage && leave == Taken.Leave.NONE);
            made.add(one);
            bytes += one.record() == null ? 0 : one.record().value().length;
        }
        return made;
    }

    /** A page that is nested too deep to be decoded is told as a reference too. */
    private Made make(Row row, boolean asReference) {
        try {
            return made(row, asReference);
        } catch (StackOverflowError e) {
            return made(row, true);
        }
    }

    private Made made(Row row, boolean asReference) {
        try {
            return new Made(row, records.record(row, asReference).orElse(null), null);
        } catch (JsonProcessingException e) {
            return new Made(row, null, "a row that cannot be read");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
