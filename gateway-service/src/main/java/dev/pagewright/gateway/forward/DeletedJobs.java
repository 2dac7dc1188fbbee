package dev.pagewright.gateway.forward;

import dev.pagewright.gateway.updates.JobDeleted;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Tells the export service that a job is gone: what it builds of it stops, and pictures that it keeps go. Where it is
 * away it has neither, and a picture goes by itself once nobody has looked at it for a while.
 */
@ApplicationScoped
class DeletedJobs {

    private final Forwarder forwarder;
    private final ForwardSettings settings;
    private final Optional<String> export;

    DeletedJobs(
            Forwarder forwarder,
            ForwardSettings settings,
            @ConfigProperty(name = "pagewright.export-url") Optional<String> export) {
        this.forwarder = forwarder;
        this.settings = settings;
        this.export = export;
    }

    void deleted(@Observes JobDeleted job) {
        if (export.isPresent()) {
            forwarder.tell(forwarder
                    .request(export, "/inner/v1/jobs/" + job.jobId(), settings.connect())
                    .DELETE()
                    .build());
        }
    }
}
