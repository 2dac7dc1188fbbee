package dev.pagewright.gateway.queue;

import jakarta.persistence.Basic;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A blob, or the tree of a job's, that is to be removed from the blob store. */
@Entity
@Table(name = "purge")
class Purge {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Column(name = "account_id")
    private String accountId;

    @Column(name = "job_id")
    private @Nullable String jobId;

    @Column(name = "blob_key")
    private @Nullable String blobKey;

    @Column(name = "not_before")
    private Instant notBefore;

    @Basic
    private int attempts;

    @SuppressWarnings("NullAway") // Hibernate fills it
    protected Purge() {}

    /** All of a job's blobs. */
    Purge(String accountId, String jobId, Instant notBefore) {
        this.accountId = accountId;
        this.jobId = jobId;
        this.notBefore = notBefore;
    }
}
