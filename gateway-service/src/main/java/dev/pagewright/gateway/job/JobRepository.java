package dev.pagewright.gateway.job;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Jobs as entities, for who changes them. */
@ApplicationScoped
public class JobRepository implements PanacheRepositoryBase<Job, String> {

    /** The jobs that are there, in the order of their ids: nobody else changes them until the end of the transaction. */
    public Uni<List<Job>> lock(Collection<String> ids) {
        return find("id in ?1 order by id", ids)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    /** As {@link #lock(Collection)}; empty where the account has no such job. */
    public Uni<Optional<Job>> lock(String accountId, String id) {
        return find("accountId = ?1 and id = ?2", accountId, id)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResult()
                .map(Optional::ofNullable);
    }
}
