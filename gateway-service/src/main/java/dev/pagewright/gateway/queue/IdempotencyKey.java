package dev.pagewright.gateway.queue;

import jakarta.persistence.Basic;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.NamedNativeQuery;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A key that a client gave a submission, so that it may send it again. */
@Entity
@Table(name = "idempotency_key")
@IdClass(IdempotencyKey.Key.class)
// a concurrent duplicate waits here for the first one's transaction, and then knows
@NamedNativeQuery(name = IdempotencyKey.CLAIM, query = """
        insert into idempotency_key (account_id, key, fingerprint, job_id, created_at)
        values (:account, :key, :fingerprint, :job, :now) on conflict do nothing""")
class IdempotencyKey {

    static final String CLAIM = "IdempotencyKey.claim";

    /** A key of an account. */
    record Key(String accountId, String key) {}

    @Id
    @Column(name = "account_id")
    private String accountId;

    @Id
    private String key;

    @Basic
    private byte[] fingerprint;

    @Column(name = "job_id")
    private @Nullable String jobId;

    @Column(name = "created_at")
    private Instant createdAt;

    @SuppressWarnings("NullAway") // Hibernate fills it
    protected IdempotencyKey() {}

    boolean of(byte[] content) {
        return Arrays.equals(fingerprint, content);
    }

    String jobId() {
        return Objects.requireNonNull(jobId);
    }
}
