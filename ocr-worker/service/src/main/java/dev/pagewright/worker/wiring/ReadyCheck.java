package dev.pagewright.worker.wiring;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Readiness: engines, broker, blob store. Liveness has no part in them: a restart brings none of them back. */
@Readiness
@ApplicationScoped
class ReadyCheck implements HealthCheck {

    private final Worker worker;

    ReadyCheck(Worker worker) {
        this.worker = worker;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("takes-pages").status(worker.ready()).build();
    }
}
