package dev.pagewright.worker.wiring;

import dev.pagewright.fence.Fence;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import org.jboss.logging.Logger;

/** The fence around quarantine processes: tried at start, so that a service that must have one does not start without. */
@ApplicationScoped
class FenceAtStart {

    private static final Logger LOG = Logger.getLogger(FenceAtStart.class);

    @Produces
    @Singleton
    Fence fence(ReadingConfiguration reading) {
        return Fence.of(reading.fence(), reading.fenceReads().orElse(List.of()));
    }

    void start(@Observes StartupEvent event, Fence fence, MeterRegistry registry) {
        LOG.log(fence.up() ? Logger.Level.INFO : Logger.Level.WARN, fence.told());
        Gauge.builder("pagewright.fence", () -> fence.up() ? 1 : 0)
                .description("Whether processes that read uploads are fenced in")
                .strongReference(true)
                .register(registry);
    }
}
