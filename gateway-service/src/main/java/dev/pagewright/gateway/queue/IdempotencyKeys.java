package dev.pagewright.gateway.queue;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;

/** Idempotency keys of submissions; each is kept for a day. */
@ApplicationScoped
class IdempotencyKeys implements PanacheRepositoryBase<IdempotencyKey, IdempotencyKey.Key> {

    private static final Duration KEPT = Duration.ofHours(24);

    /** @return whether the key is this job's from now on; a concurrent claim of the same key is waited for */
    Uni<Boolean> claim(String accountId, String key, byte[] fingerprint, String jobId, Instant now) {
        return delete("accountId = ?1 and key = ?2 and createdAt < ?3", accountId, key, now.minus(KEPT))
                .chain(() -> getSession())
                .chain(session -> session.createNamedQuery(IdempotencyKey.CLAIM)
                        .setParameter("account", accountId)
                        .setParameter("key", key)
                        .setParameter("fingerprint", fingerprint)
                        .setParameter("job", jobId)
                        .setParameter("now", now)
                        .executeUpdate())
                .map(claimed -> claimed == 1);
    }

    Uni<Void> forget(String accountId, String jobId) {
        return delete("accountId = ?1 and jobId = ?2", accountId, jobId).replaceWithVoid();
    }
}
