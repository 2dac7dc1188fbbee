package dev.pagewright.gateway.job;

import dev.pagewright.gateway.queue.NewJob;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Originals as entities. A row that no job refers to is swept after a while. */
@ApplicationScoped
public class OriginalRepository implements PanacheRepositoryBase<Original, Original.Key> {

    /**
     * One more job refers to its content.
     *
     * @return the key of the blob that is kept: an earlier upload's, where there was one
     */
    public Uni<String> keep(NewJob job, Instant now) {
        return getSession().chain(session -> session.createNamedQuery(Original.KEEP, String.class)
                .setParameter("account", job.accountId())
                .setParameter("sha256", job.sha256())
                .setParameter("blob", job.blobKey())
                .setParameter("type", job.mediaType())
                .setParameter("bytes", job.bytes())
                .setParameter("now", now)
                .getSingleResult());
    }

    /** One job less refers to its content. */
    public Uni<Void> release(Job job, Instant now) {
        return update(
                        "references = references - 1, touchedAt = ?1 where accountId = ?2 and sha256 = ?3",
                        now,
                        job.accountId(),
                        job.originalSha256())
                .replaceWithVoid();
    }

    /** The original of the account's job. */
    public Uni<Optional<Original>> of(String accountId, String jobId) {
        return find("""
                        select o from Original o join Job j on j.accountId = o.accountId and j.originalSha256 = o.sha256
                        where j.accountId = ?1 and j.id = ?2""", accountId, jobId).firstResult().map(Optional::ofNullable);
    }

    /** The originals of these jobs, by account and content. */
    public Uni<Map<Original.Key, Original>> of(Collection<Job> jobs) {
        return list(
                        "accountId in ?1 and sha256 in ?2",
                        jobs.stream().map(Job::accountId).collect(Collectors.toSet()),
                        jobs.stream().map(Job::originalSha256).collect(Collectors.toSet()))
                .map(found -> found.stream().collect(Collectors.toMap(Original::key, Function.identity())));
    }
}
