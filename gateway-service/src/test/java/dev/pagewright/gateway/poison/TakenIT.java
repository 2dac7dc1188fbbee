package dev.pagewright.gateway.poison;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pagewright.gateway.store.Database;
import dev.pagewright.gateway.testing.Backends;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Queues with poison in them, worked on by processes that end at it: simulated ends, real notes. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class TakenIT {

    private static final int BATCH = 40;

    @Inject
    Taken taken;

    @Inject
    Database database;

    /** What becomes of a queue, and how many processes end on the way. */
    private final class Run {
        private final String place = UUID.randomUUID().toString();
        private final Set<Integer> poison;
        private final TreeSet<Integer> left;
        private final Set<Integer> done = new HashSet<>();
        private final Set<Integer> aside = new HashSet<>();
        private int ends;

        Run(int size, Set<Integer> poison) {
            this.poison = poison;
            this.left = new TreeSet<>(IntStream.range(0, size).boxed().toList());
        }

        void toTheEnd() {
            while (!left.isEmpty() && ends < 100) {
                process(UUID.randomUUID(), Integer.MAX_VALUE);
            }
        }

        /** @param most batches before it is stopped, or killed by chance */
        void process(UUID process, int most) {
            for (int i = 0; i < most && !left.isEmpty(); i++) {
                if (!turn(process)) {
                    ends++;
                    return;
                }
            }
        }

        /** @return false where the process ends */
        private boolean turn(UUID process) {
            List<Integer> batch = left.stream().limit(BATCH).toList();
            Taken.Leave leave = leave(place, batch.getFirst(), batch.getLast(), process);
            if (leave == Taken.Leave.NONE) {
                aside.add(batch.getFirst());
                left.remove(batch.getFirst());
                return true;
            }
            List<Integer> some = leave == Taken.Leave.ONE ? batch.subList(0, 1) : batch;
            if (some.stream().anyMatch(poison::contains)) {
                return false; // nothing of the batch is committed
            }
            done.addAll(some);
            some.forEach(left::remove);
            return true;
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9})
    void poison_is_set_aside_and_nothing_else(int seed) {
        Random random = new Random(seed);
        int size = 1 + random.nextInt(200);
        Set<Integer> poison = new HashSet<>();
        IntStream.range(0, random.nextInt(4)).forEach(i -> poison.add(random.nextInt(size)));
        Run run = new Run(size, poison);

        run.toTheEnd();

        assertThat(run.aside).isEqualTo(poison);
        assertThat(run.done).hasSize(size - poison.size());
        assertThat(run.ends).isLessThanOrEqualTo(3 * poison.size());
    }

    @Test
    void processes_that_are_killed_by_chance_lose_nothing() {
        Random random = new Random(7);
        Run run = new Run(2_000, Set.of());

        while (!run.left.isEmpty()) {
            run.process(UUID.randomUUID(), 1 + random.nextInt(60));
        }

        assertThat(run.aside).isEmpty();
        assertThat(run.done).hasSize(2_000);
    }

    @Test
    void one_process_may_try_as_often_as_it_likes() {
        UUID process = UUID.randomUUID();
        String place = UUID.randomUUID().toString();

        for (int i = 0; i < 10; i++) {
            assertThat(leave(place, 5, 5, process)).isEqualTo(Taken.Leave.ALL);
        }
    }

    @Test
    void offsets_that_start_again_are_no_poison() {
        String place = UUID.randomUUID().toString();
        assertThat(leave(place, 500, 600, UUID.randomUUID())).isEqualTo(Taken.Leave.ALL);

        assertThat(leave(place, 0, 99, UUID.randomUUID())).isEqualTo(Taken.Leave.ALL);
    }

    /** Ends by processes that lived long are no poison: what they took is not noted, and nothing of it is set aside. */
    @ParameterizedTest
    @CsvSource({"PT0S,NONE", "PT599S,NONE", "PT601S,ALL", "PT10H,ALL"})
    void only_the_first_minutes_of_a_process_are_noted(Duration age, Taken.Leave fourth) {
        var inputs = new Taken.Inputs(UUID.randomUUID().toString(), 5, 5);
        Instant start = Instant.parse("2026-01-01T00:00:00Z");
        Taken.Leave leave = Taken.Leave.ALL;

        for (int process = 0; process < 4; process++) { // each takes the same input and is not heard of again
            var clock = new SteppingClock(start);
            var ends = new Taken(database, clock, Duration.ofMinutes(10));
            clock.now = start.plus(age);
            leave = ends.take("test", inputs);
        }

        assertThat(leave).isEqualTo(fourth);
    }

    private static final class SteppingClock extends Clock {

        private Instant now;

        SteppingClock(Instant now) {
            this.now = now;
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    private Taken.Leave leave(String place, long first, long last, UUID process) {
        return database.withoutTransaction(sql -> taken.take(sql, "test", place, first, last, process));
    }
}
