package dev.pagewright.gateway.poison;

import dev.pagewright.gateway.store.Database;
import dev.pagewright.gateway.store.Transaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Notes durably what is worked on, before the work begins. A process that ended at an input is started again and meets the
 * same input at once: so the notes are made in a process's first minutes alone, and cost nothing afterwards. Inputs that
 * were taken together when a process ended are taken one by one by the next; one at which processes ended alone, again and
 * again, is not taken any more. Thread-safe.
 */
@ApplicationScoped
public class Taken {

    /** How many of the inputs may be taken. */
    public enum Leave {
        ALL,
        /** The first one alone. */
        ONE,
        /** Not even the first one: it is to be set aside. */
        NONE
    }

    /** Processes that may end at one input alone: one may have been killed by chance just then. */
    private static final int MOST = 2;

    private static final String TAKE = """
            insert into taken as t (kind, place, first, last, process, at) values ($1, $2, $3, $4, $5, $6)
            on conflict (kind, place) do update set
                careful_until = greatest(t.careful_until, case when t.process <> $5 then t.last else -1 end),
                times = case when t.first = $3 and t.last = $3 then t.times + (t.process <> $5)::int else 1 end,
                first = $3,
                last = case when $3 between t.first and greatest(t.careful_until, case when t.process <> $5 then t.last else -1 end)
                    then $3 else $4 end,
                process = $5, at = $6
            returning last, times""";

    private final Database database;
    private final Clock clock;
    private final Instant careless;
    private final UUID process = UUID.randomUUID();

    /** @param firstMinutes of a process, in which it notes what it takes: one that lives longer does not end over and over */
    Taken(
            Database database,
            Clock clock,
            @ConfigProperty(name = "pagewright.poison.first-minutes", defaultValue = "10M") Duration firstMinutes) {
        this.database = database;
        this.clock = clock;
        this.careless = clock.instant().plus(firstMinutes);
    }

    /**
     * Inputs that come in order within a place.
     *
     * @param first number of the first input
     * @param last number of the last one
     */
    public record Inputs(String place, long first, long last) {}

    /**
     * To be called before the work on the inputs.
     *
     * @param kind of the work
     */
    public Leave take(String kind, Inputs inputs) {
        return take(kind, List.of(inputs)).getFirst();
    }

    /**
     * To be called before the work on inputs of several places.
     *
     * @param kind of the work
     * @return how many may be taken of each, in the same order
     */
    public List<Leave> take(String kind, List<Inputs> all) {
        if (clock.instant().isAfter(careless)) {
            return Collections.nCopies(all.size(), Leave.ALL);
        }
        return database.inTransaction(sql -> all.stream()
                .map(inputs -> take(sql, kind, inputs.place(), inputs.first(), inputs.last(), process))
                .toList());
    }

    Leave take(Transaction sql, String kind, String place, long first, long last, UUID by) {
        var note = sql.row(TAKE, kind, place, first, last, by, clock.instant().atOffset(ZoneOffset.UTC))
                .orElseThrow();
        if (note.getInteger("times") > MOST) {
            return Leave.NONE;
        }
        return note.getLong("last") < last ? Leave.ONE : Leave.ALL;
    }
}
