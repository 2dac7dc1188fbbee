package dev.pagewright.worker.wiring;

import dev.pagewright.supervision.Supervision;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/**
 * Liveness: every thread that must live has turned in its time. Only a restart brings back one that has not; a step
 * that fails because a dependency is away turns all the same.
 */
@Liveness
@ApplicationScoped
class LoopsLive implements HealthCheck {

    private final Supervision supervision = Supervision.ofProcess();
    private final MeterRegistry meters;

    LoopsLive(MeterRegistry meters) {
        this.meters = meters;
    }

    void count(@Observes StartupEvent event) {
        supervision.watchUncaught();
        supervision.onFailure(
                loop -> meters.counter("pagewright.loop.failures", "loop", loop).increment());
        Gauge.builder("pagewright.loops.overdue", () -> supervision.overdue().size())
                .description("Threads that should have turned by now, or have died")
                .strongReference(true)
                .register(meters);
    }

    @Override
    public HealthCheckResponse call() {
        List<String> overdue = supervision.overdue();
        var answer = HealthCheckResponse.named("loops").status(overdue.isEmpty());
        return overdue.isEmpty()
                ? answer.build()
                : answer.withData("overdue", String.join(", ", overdue)).build();
    }
}
