package dev.pagewright.worker.queue;

import dev.pagewright.document.PageStep;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.function.IntSupplier;

/** What a worker counts. Thread-safe. */
public final class QueueMeters {

    private final MeterRegistry registry;

    public QueueMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    void leases(IntSupplier held) {
        Gauge.builder("pagewright.worker.leases", held, IntSupplier::getAsInt)
                .description("Tasks that are leased now")
                .strongReference(true)
                .register(registry);
    }

    /** @param engine wire name, {@code none} where the page has no text */
    void page(String engine, String outcome, Duration time) {
        registry.counter("pagewright.worker.pages", "engine", engine, "outcome", outcome)
                .increment();
        registry.timer("pagewright.worker.page.time", "engine", engine).record(time);
    }

    /** A page on whose way a step failed that another one stood in for. */
    void degraded(PageStep step) {
        registry.counter("pagewright.worker.degraded", "step", step.wireName()).increment();
    }

    void pass(Duration time) {
        registry.timer("pagewright.worker.pass.time").record(time);
    }

    void redelivered() {
        registry.counter("pagewright.worker.redeliveries").increment();
    }

    void quarantined() {
        registry.counter("pagewright.worker.quarantined").increment();
    }

    void released() {
        registry.counter("pagewright.worker.released").increment();
    }

    void buried() {
        registry.counter("pagewright.worker.dead.letters").increment();
    }
}
