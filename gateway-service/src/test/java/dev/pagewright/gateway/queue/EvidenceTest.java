package dev.pagewright.gateway.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * A model of the broker: tasks are taken, their outcomes written, then they are ended, then their outcomes are heard, all
 * in whatever order that allows, while the reconciler looks in the middle of it. A task that was lost is one that ended
 * without an outcome. Evidence never names another, and names every lost one once all is heard.
 */
class EvidenceTest {

    private static final int TASKS = 6;

    /** What happens next; the number says to which task. */
    record Step(Kind kind, int task) {}

    enum Kind {
        WRITE,
        END,
        LOSE,
        HEAR,
        LOOK,
        RETENTION
    }

    private static final class Broker {
        private final boolean[] written = new boolean[TASKS];
        private final boolean[] ended = new boolean[TASKS];
        private final boolean[] lost = new boolean[TASKS];
        private final List<Integer> outcomes = new ArrayList<>();
        private int committed;
        private int outcomesStart;

        /** Offsets of the group's start: tasks below are over. */
        private long start() {
            int start = 0;
            while (start < TASKS && ended[start]) {
                start++;
            }
            return start;
        }

        private boolean heard(int task) {
            return outcomes.subList(0, committed).contains(task);
        }

        private Evidence look() {
            return look(start());
        }

        private Evidence look(long start) {
            return new Evidence(
                    OffsetDateTime.MIN,
                    Map.of(Lane.EXPRESS, new Evidence.Tasks(Map.of(0, start), Map.of(0, TASKS - 1L), Map.of(0, (long)
                            TASKS))),
                    Map.of(0, (long) outcomes.size()));
        }

        private Evidence.Heard now() {
            return new Evidence.Heard(
                    Map.of(0, (long) outcomesStart),
                    committed == 0 ? Map.of() : Map.of(0, (long) committed),
                    Map.of(0, (long) outcomes.size()));
        }

        private void step(Step step) {
            int task = step.task();
            switch (step.kind()) {
                case WRITE -> {
                    if (!ended[task] && !written[task]) {
                        written[task] = true;
                        outcomes.add(task);
                    }
                }
                case END -> ended[task] |= written[task];
                case LOSE -> {
                    if (!written[task] && !ended[task]) {
                        ended[task] = true;
                        lost[task] = true;
                    }
                }
                case HEAR -> committed = Math.min(outcomes.size(), committed + 1);
                case RETENTION -> outcomesStart = Math.max(outcomesStart, committed); // never what is not heard
                case LOOK -> {}
            }
        }
    }

    @Property(tries = 3_000)
    void it_never_names_a_task_that_was_not_lost(@ForAll("histories") List<Step> history) {
        Broker broker = new Broker();
        List<Evidence> looked = new ArrayList<>();
        List<Long> begun = new ArrayList<>();
        for (Step step : history) {
            broker.step(step);
            if (step.kind() == Kind.LOOK) {
                // it takes its time: the starts are read at one moment, the ends at a later one
                if (begun.isEmpty()) {
                    begun.add(broker.start());
                } else {
                    looked.add(broker.look(begun.removeFirst()));
                }
            }
            Evidence.Heard now = broker.now();
            for (Evidence evidence : looked) {
                if (evidence.proves(now)) {
                    for (int task : named(evidence)) {
                        // in the database it has its outcome already where that was heard
                        assertThat(broker.lost[task] || broker.heard(task))
                                .as("task %d after %s", task, history)
                                .isTrue();
                    }
                }
            }
        }
    }

    @Property(tries = 1_000)
    void it_proves_something_however_many_outcomes_come_meanwhile(@ForAll("histories") List<Step> history) {
        Broker broker = new Broker();
        history.forEach(broker::step);
        Evidence evidence = broker.look();
        for (int behind = broker.outcomes.size() - broker.committed; behind > 0; behind--) {
            broker.step(new Step(Kind.HEAR, 0));
            broker.outcomes.add(-1); // another job's: the log never stands still
        }

        assertThat(evidence.proves(broker.now())).isTrue();
        assertThat(evidence.outdated(broker.now())).isFalse();
        for (int task = 0; task < broker.start(); task++) {
            if (broker.lost[task]) {
                assertThat(named(evidence)).contains(task);
            }
        }
    }

    @Property(tries = 500)
    void a_broker_that_lost_its_data_is_evidence_too(
            @ForAll("histories") List<Step> before, @ForAll("histories") List<Step> after) {
        Broker broker = new Broker();
        before.forEach(broker::step);
        Evidence old = broker.look();
        Broker fresh = new Broker();
        var lost = new Evidence(
                OffsetDateTime.MIN,
                Map.of(Lane.EXPRESS, new Evidence.Tasks(Map.of(), Map.of(0, TASKS - 1L), Map.of(0, 0L))),
                Map.of(0, (long) fresh.outcomes.size()));

        assertThat(lost.proves(fresh.now())).isTrue();
        assertThat(named(lost)).hasSize(TASKS);
        if (!broker.outcomes.isEmpty()) {
            assertThat(old.outdated(fresh.now())).isTrue();
        }
        after.forEach(fresh::step);
        // commits of the log that is gone prove nothing of the new one
        var heard = new Evidence.Heard(Map.of(0, 0L), Map.of(0, 1_000L), Map.of(0, (long) fresh.outcomes.size()));
        var look = fresh.look();
        assertThat(look.proves(heard)).isEqualTo(fresh.outcomes.isEmpty());
    }

    /** As the database asks. */
    private static List<Integer> named(Evidence evidence) {
        List<Integer> named = new ArrayList<>();
        Evidence.Tasks tasks = evidence.lanes().values().iterator().next();
        for (int i = 0; i < tasks.partitions().length; i++) {
            for (int task = 0; task < TASKS; task++) {
                if (task < tasks.startOffsets()[i]
                        || (task >= tasks.endOffsets()[i] && task <= tasks.notedOffsets()[i])) {
                    named.add(task);
                }
            }
        }
        return named;
    }

    @Provide
    Arbitrary<List<Step>> histories() {
        Arbitrary<Integer> task = Arbitraries.integers().between(0, TASKS - 1);
        return Arbitraries.of(Kind.values())
                .flatMap(kind -> task.map(one -> new Step(kind, one)))
                .list()
                .ofMaxSize(40);
    }
}
