package dev.pagewright.worker.queue;

import java.time.Duration;
import java.util.OptionalInt;

/** Short times, so that tests end soon. */
record TestSettings(Duration pageTime, Duration grace, Duration patience, Duration stop) implements WorkerSettings {

    static final TestSettings USUAL = new TestSettings(
            Duration.ofSeconds(60), Duration.ofSeconds(10), Duration.ofSeconds(20), Duration.ofSeconds(5));

    TestSettings withPageTime(Duration time, Duration more) {
        return new TestSettings(time, more, patience, stop);
    }

    TestSettings withStop(Duration time) {
        return new TestSettings(pageTime, grace, patience, time);
    }

    @Override
    public OptionalInt threads() {
        return OptionalInt.of(2);
    }

    @Override
    public int expressSlots() {
        return 1;
    }

    @Override
    public int expressWeight() {
        return 2;
    }

    @Override
    public int standardWeight() {
        return 1;
    }

    @Override
    public int visionSlots() {
        return 1;
    }

    @Override
    public int lostThreads() {
        return 1;
    }

    @Override
    public Duration fetchWait() {
        return Duration.ofMillis(50);
    }

    @Override
    public long cacheBytes() {
        return 1 << 20;
    }

    @Override
    public Quarantine quarantine() {
        throw new UnsupportedOperationException("tests make their own");
    }
}
