package dev.pagewright.gateway.inspection;

import dev.pagewright.fence.Fence;
import dev.pagewright.fence.FenceMode;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** The fence around inspection processes: tried at start, so that a service that must have one does not start without. */
@ApplicationScoped
class FenceAtStart {

    private static final Logger LOG = Logger.getLogger(FenceAtStart.class);

    /** @param alsoReadable where this Java or its libraries lie in places that are not known here */
    @Produces
    @Singleton
    Fence fence(
            @ConfigProperty(name = "pagewright.fence", defaultValue = "if-there") FenceMode mode,
            @ConfigProperty(name = "pagewright.fence-reads") Optional<List<Path>> alsoReadable) {
        return Fence.of(mode, alsoReadable.orElse(List.of()));
    }

    void start(@Observes StartupEvent event, Fence fence, MeterRegistry registry) {
        LOG.log(fence.up() ? Logger.Level.INFO : Logger.Level.WARN, fence.told());
        Gauge.builder("pagewright.fence", () -> fence.up() ? 1 : 0)
                .description("Whether processes that read uploads are fenced in")
                .strongReference(true)
                .register(registry);
    }
}
