package dev.pagewright.gateway.job;

import dev.pagewright.error.PageErrorCode;
import dev.pagewright.event.PageOutcome;
import jakarta.persistence.Basic;
import jakarta.persistence.Column;
import jakarta.persistence.ColumnResult;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.NamedNativeQuery;
import jakarta.persistence.SqlResultSetMapping;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A page of a job and its way through the workers. Whoever changes one holds its job's row, or skips pages that somebody
 * holds. Not thread-safe.
 */
@Entity
@Table(name = "page")
@IdClass(PageKey.class)
// arrays, because a list of pairs would be another statement for each number of them
@NamedNativeQuery(name = Page.LOCK, resultClass = Page.class, query = """
        select p.* from unnest(cast(cast(:jobs as text[]) as bpchar[]), cast(:indexes as int[])) as asked(job_id, place)
        join page p on p.job_id = asked.job_id and p.index_ = asked.place
        order by p.job_id, p.index_ for no key update of p""")
// thousands of rows out of one array
@NamedNativeQuery(name = Page.INSERT, query = """
        insert into page (job_id, index_, account_id, number)
        select :job, n.place - 1, :account, n.number from unnest(cast(:numbers as int[])) with ordinality as n(number, place)""")
@NamedNativeQuery(name = Page.NEXT, resultClass = Page.class, query = FairShare.NEXT_PAGES)
// counts no further than it needs to know
@SqlResultSetMapping(name = Page.WAITING, columns = @ColumnResult(name = "pages", type = Long.class))
@NamedNativeQuery(name = Page.WAITING, resultSetMapping = Page.WAITING, query = """
        select count(*) as pages from (
            select 1 from page where account_id = :account and status = 'queued' limit :most) waiting""")
public class Page {

    static final String LOCK = "Page.lock";
    static final String INSERT = "Page.insert";
    static final String NEXT = "Page.next";
    static final String WAITING = "Page.waiting";

    @Id
    @Column(name = "job_id")
    private String jobId;

    @Id
    @Column(name = "index_")
    private int index;

    @Column(name = "account_id", updatable = false)
    private String accountId;

    @Column(updatable = false)
    private int number;

    @Enumerated(EnumType.STRING)
    private PageStatus status = PageStatus.QUEUED;

    private int attempt;

    private int sendings;

    private int round;

    @Column(name = "released_at")
    private @Nullable Instant releasedAt;

    @Column(name = "task_partition")
    private @Nullable Integer taskPartition;

    @Column(name = "task_offset")
    private @Nullable Long taskOffset;

    @Column(name = "document_key")
    private @Nullable String documentKey;

    @Column(name = "translation_key")
    private @Nullable String translationKey;

    @Column(name = "translated_from")
    private @Nullable String translatedFrom;

    private @Nullable String engine;

    @Basic
    private String @Nullable [] engines;

    @Column(name = "engine_reason")
    private @Nullable String engineReason;

    @Basic
    private @Nullable String language;

    @Column(name = "mean_confidence")
    private @Nullable Double meanConfidence;

    private @Nullable Integer words;

    @Basic
    private @Nullable Integer tables;

    @Basic
    private @Nullable Long milliseconds;

    @Column(name = "error_code")
    private @Nullable String errorCode;

    @Column(name = "error_detail")
    private @Nullable String errorDetail;

    @Column(name = "event_id")
    private @Nullable Long eventId;

    @Column(name = "finished_at")
    private @Nullable Instant finishedAt;

    @SuppressWarnings("NullAway") // Hibernate fills it
    protected Page() {}

    /** @param number 1-based, within the file */
    public Page(Job job, int index, int number) {
        this.jobId = job.id();
        this.accountId = job.accountId();
        this.index = index;
        this.number = number;
    }

    public PageKey key() {
        return new PageKey(jobId, index);
    }

    public String accountId() {
        return accountId;
    }

    public int index() {
        return index;
    }

    /** 1-based, within the file. */
    public int number() {
        return number;
    }

    public PageStatus status() {
        return status;
    }

    /** Sendings over all rounds: it names blobs, and tells late outcomes from new ones. */
    public int attempt() {
        return attempt;
    }

    /** Of reading, from 0: a retry that is charged starts the next. */
    public int round() {
        return round;
    }

    /** How often it was sent in this round. */
    public int sendings() {
        return sendings;
    }

    public @Nullable String documentKey() {
        return documentKey;
    }

    /** Of a page that was read. */
    public String engine() {
        return Objects.requireNonNull(engine);
    }

    /** Of a page that was read. */
    public String engineReason() {
        return Objects.requireNonNull(engineReason);
    }

    @Nullable Double meanConfidence() {
        return meanConfidence;
    }

    int words() {
        return words == null ? 0 : words;
    }

    public @Nullable String errorCode() {
        return errorCode;
    }

    public @Nullable String errorDetail() {
        return errorDetail;
    }

    /** Of the event that told of its outcome. */
    public @Nullable Long eventId() {
        return eventId;
    }

    /** Key of the document that is to be shown: the translated one where there is one. */
    public @Nullable String shownKey() {
        return translationKey == null ? documentKey : translationKey;
    }

    public boolean wasRead() {
        return status == PageStatus.DONE;
    }

    /** Whether it was read, and its document is not the one that its translation was made of. */
    public boolean untranslated() {
        return status == PageStatus.DONE && !Objects.equals(translatedFrom, documentKey);
    }

    /** Whether the failure answers a sending of an earlier round of reading, and says nothing about this one. */
    public boolean late(int ofAttempt) {
        return ofAttempt <= attempt - sendings;
    }

    /** Its task goes to the workers. */
    public void released(Instant now) {
        become(PageStatus.RELEASED);
        attempt++;
        sendings++;
        releasedAt = now;
        taskPartition = null;
        taskOffset = null;
    }

    /** Its task was lost: it waits for the dispatcher once more. */
    public void lost() {
        become(PageStatus.QUEUED);
    }

    public void read(PageOutcome.Read outcome, Instant now) {
        become(PageStatus.DONE);
        documentKey = outcome.documentKey();
        engine = outcome.engine();
        engines = outcome.engines().toArray(String[]::new);
        engineReason = outcome.reason();
        language = outcome.language();
        meanConfidence = outcome.meanConfidence();
        words = outcome.words();
        tables = outcome.tables();
        milliseconds = outcome.milliseconds();
        finishedAt = now;
    }

    /** @param code wire name of a {@link PageErrorCode} */
    public void failed(String code, String detail, Instant now) {
        become(PageStatus.FAILED);
        errorCode = code;
        errorDetail = detail;
        finishedAt = now;
    }

    /** It has its outcome, and this event of its job tells so. */
    public void told(long event) {
        eventId = event;
    }

    /** The document pass has changed it; nothing for a page that was not read. */
    public void reassembled(String key) {
        if (status == PageStatus.DONE) {
            documentKey = key;
        }
    }

    /**
     * It has a translated document; nothing for a page that was not read.
     *
     * @param delivered whether something on it was translated, or nothing was to be
     */
    public void translated(String key, boolean delivered) {
        if (status == PageStatus.DONE) {
            translationKey = key;
            translatedFrom = delivered ? documentKey : null;
        }
    }

    /** @param charged whether its last round was: then it is read for nothing */
    public void retried(boolean charged) {
        become(PageStatus.QUEUED);
        round += charged ? 0 : 1;
        sendings = 0;
        documentKey = null;
        translationKey = null;
        translatedFrom = null;
        errorCode = null;
        errorDetail = null;
        finishedAt = null;
    }

    private void become(PageStatus next) {
        if (!status.next().contains(next)) {
            throw new IllegalStateException("page %d of job %s is %s and cannot be %s"
                    .formatted(index, jobId, status.wireName(), next.wireName()));
        }
        status = next;
    }
}
