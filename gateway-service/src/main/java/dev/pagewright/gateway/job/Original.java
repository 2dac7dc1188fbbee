package dev.pagewright.gateway.job;

import jakarta.persistence.Basic;
import jakarta.persistence.Column;
import jakarta.persistence.ColumnResult;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.NamedNativeQuery;
import jakarta.persistence.SqlResultSetMapping;
import jakarta.persistence.Table;
import java.time.Instant;

/** An uploaded file, by its content within an account. */
@Entity
@Table(name = "original")
@IdClass(Original.Key.class)
// whoever comes second with the same content keeps the first one's blob: the statement itself decides who that is
@SqlResultSetMapping(name = Original.KEEP, columns = @ColumnResult(name = "blob_key", type = String.class))
@NamedNativeQuery(name = Original.KEEP, resultSetMapping = Original.KEEP, query = """
        insert into original (account_id, sha256, blob_key, media_type, bytes, references_, created_at, touched_at)
        values (:account, :sha256, :blob, :type, :bytes, 1, :now, :now)
        on conflict (account_id, sha256) do update set references_ = original.references_ + 1, touched_at = :now
        returning blob_key""")
public class Original {

    static final String KEEP = "Original.keep";

    /**
     * A content of an account.
     *
     * @param sha256 hex
     */
    public record Key(String accountId, String sha256) {}

    @Id
    @Column(name = "account_id")
    private String accountId;

    @Id
    private String sha256;

    @Column(name = "blob_key", updatable = false)
    private String blobKey;

    @Column(name = "media_type", updatable = false)
    private String mediaType;

    @Basic
    private long bytes;

    @Column(name = "references_")
    private int references;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    @Column(name = "touched_at")
    private Instant touchedAt;

    @SuppressWarnings("NullAway") // Hibernate fills it
    protected Original() {}

    public Key key() {
        return new Key(accountId, sha256);
    }

    public String blobKey() {
        return blobKey;
    }
}
