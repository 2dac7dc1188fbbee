package dev.pagewright.gateway.job;

import dev.pagewright.gateway.account.Account;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.hibernate.LockMode;

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

    /** Translations that nobody was sent, of accounts that are active again: the oldest first, past those that somebody holds. */
    public Uni<List<Job>> held(int most) {
        return getSession().chain(session -> session.createSelectionQuery("""
                        from Job where phase = :phase and passSentAt is null
                            and accountId in (select a.id from Account a where a.status = :status) order by sequence""", Job.class)
                .setParameter("phase", JobPhase.TRANSLATE)
                .setParameter("status", Account.Status.ACTIVE)
                .setMaxResults(most)
                .setLockMode(LockMode.UPGRADE_SKIPLOCKED)
                .getResultList());
    }

    /** The account's job, as it stands. */
    public Uni<Optional<Job>> own(String accountId, String id) {
        return find("accountId = ?1 and id = ?2", accountId, id).firstResult().map(Optional::ofNullable);
    }

    /**
     * The account's newest jobs first.
     *
     * @param before the sequence of the first that is left out
     */
    public Uni<List<Job>> newest(String accountId, long before, int limit) {
        return find("accountId = ?1 and sequence < ?2 order by sequence desc", accountId, before)
                .page(0, limit)
                .list();
    }

    /** How many pages come before those of a job that waits. */
    public Uni<Long> ahead(Job job) {
        return getSession().chain(session -> session.createNamedQuery(Job.AHEAD, Long.class)
                .setParameter("account", job.accountId())
                .setParameter("sequence", job.sequence())
                .setParameter("lane", job.lane().column())
                .getSingleResult());
    }
}
