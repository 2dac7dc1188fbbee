package dev.pagewright.gateway.job;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Events of jobs that were found before. */
@ApplicationScoped
public class JobEventRepository implements PanacheRepositoryBase<JobEvent, JobEvent.Key> {

    /** In order. */
    public Uni<List<JobEvent>> after(String jobId, long id, int limit) {
        return find("jobId = ?1 and id > ?2 order by id", jobId, id)
                .page(0, limit)
                .list();
    }
}
