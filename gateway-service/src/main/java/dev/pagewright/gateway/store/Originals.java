package dev.pagewright.gateway.store;

import dev.pagewright.contract.JobRecord;
import dev.pagewright.gateway.job.Original;
import dev.pagewright.gateway.job.OriginalRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Where uploaded files lie. */
@ApplicationScoped
public class Originals {

    private final Sessions sessions;
    private final OriginalRepository originals;

    Originals(Sessions sessions, OriginalRepository originals) {
        this.sessions = sessions;
        this.originals = originals;
    }

    /** Blob key of a job's original. */
    public Optional<String> keyOf(JobRecord job) {
        return sessions.withoutTransaction(() -> originals.of(job.accountId(), job.uuid()))
                .map(Original::blobKey);
    }
}
