package dev.pagewright.gateway.job;

import dev.pagewright.contract.JobRecord;
import dev.pagewright.event.PageOutcome;
import dev.pagewright.gateway.queue.Lane;
import dev.pagewright.gateway.queue.NewJob;
import jakarta.persistence.Column;
import jakarta.persistence.ColumnResult;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.NamedNativeQuery;
import jakarta.persistence.SqlResultSetMapping;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A file that an account sent to be read, and how far it is. Whoever changes one holds its row, and takes it before the
 * sums of its account. Not thread-safe.
 */
@Entity
@Table(name = "job")
// two sums over other jobs, in one round trip
@SqlResultSetMapping(name = Job.AHEAD, columns = @ColumnResult(name = "pages", type = Long.class))
@NamedNativeQuery(name = Job.AHEAD, resultSetMapping = Job.AHEAD, query = """
        select cast((select coalesce(sum(o.page_count - o.pages_done - o.pages_failed), 0) from job o
                where o.status in ('pending', 'processing') and o.account_id = :account
                    and o.sequence < :sequence and o.lane = :lane)
            + (select count(*) from page r join job rj on rj.id = r.job_id
                where r.status = 'released' and r.account_id <> :account and rj.lane = :lane) as bigint) as pages""")
public class Job {

    static final String AHEAD = "Job.ahead";

    @Id
    private String id;

    @Column(name = "account_id", updatable = false)
    private String accountId;

    @Column(insertable = false, updatable = false)
    private @Nullable Long sequence;

    @Enumerated(EnumType.STRING)
    private JobStatus status = JobStatus.PENDING;

    @Column(updatable = false)
    private boolean cancelled;

    @Column(updatable = false)
    @Enumerated(EnumType.STRING)
    private Tier tier;

    @Column(updatable = false)
    private String language;

    @Column(updatable = false)
    private String ocr;

    @Column(updatable = false)
    private @Nullable String tool;

    @Column(name = "translate_to", updatable = false)
    private @Nullable String translateTo;

    @Column(name = "page_selection", updatable = false)
    private @Nullable String pageSelection;

    @Column(name = "file_name", updatable = false)
    private String fileName;

    @Column(name = "original_sha256", updatable = false)
    private String originalSha256;

    @Column(name = "media_type", updatable = false)
    private String mediaType;

    @Column(name = "file_bytes", updatable = false)
    private long fileBytes;

    @Column(name = "file_pages", updatable = false)
    private int filePages;

    @Column(name = "sealed_password", updatable = false)
    private @Nullable String sealedPassword;

    @Column(name = "page_count", updatable = false)
    private int pageCount;

    @Column(name = "pages_done")
    private int pagesDone;

    @Column(name = "pages_failed")
    private int pagesFailed;

    @Column(name = "read_milliseconds")
    private long readMilliseconds;

    @Column(updatable = false)
    @Enumerated(EnumType.STRING)
    private Lane lane;

    @Column(updatable = false)
    private int priority;

    @Enumerated(EnumType.STRING)
    private JobPhase phase = JobPhase.READ;

    @Column(name = "assemble_attempt")
    private int passAttempt;

    @Column(name = "pass_sendings")
    private int passSendings;

    @Column(name = "assemble_sent_at")
    private @Nullable Instant passSentAt;

    @Column(name = "assemble_partition")
    private @Nullable Integer passPartition;

    @Column(name = "assemble_offset")
    private @Nullable Long passOffset;

    private int revision;

    @Column(name = "document_version", updatable = false)
    private int documentVersion = 1;

    @Column(name = "detected_language")
    private @Nullable String detectedLanguage;

    @Column(name = "mean_confidence")
    private @Nullable Double meanConfidence;

    @Column(name = "error_code")
    private @Nullable String errorCode;

    @Column(name = "error_detail")
    private @Nullable String errorDetail;

    @Column(name = "event_sequence")
    private long eventSequence;

    @Column(name = "progress_at")
    private @Nullable Instant progressAt;

    @Column(name = "trace_parent", updatable = false)
    private @Nullable String traceParent;

    @Column(name = "webhook_url", updatable = false)
    private @Nullable String webhookUrl;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    @Column(name = "started_at")
    private @Nullable Instant startedAt;

    @Column(name = "finished_at")
    private @Nullable Instant finishedAt;

    @SuppressWarnings("NullAway") // Hibernate fills it
    protected Job() {}

    /** As it is submitted. */
    public Job(NewJob submitted, Instant now) {
        this.id = submitted.id();
        this.accountId = submitted.accountId();
        this.tier = Tier.fromWireName(submitted.tier());
        this.language = submitted.language();
        this.ocr = submitted.ocr();
        this.tool = submitted.tool();
        this.translateTo = submitted.translateTo();
        this.pageSelection = submitted.pageSelection();
        this.fileName = submitted.fileName();
        this.originalSha256 = submitted.sha256();
        this.mediaType = submitted.mediaType();
        this.fileBytes = submitted.bytes();
        this.filePages = submitted.filePages();
        this.sealedPassword = submitted.sealedPassword();
        this.pageCount = submitted.pageNumbers().size();
        this.lane = submitted.lane();
        this.priority = submitted.priority();
        this.traceParent = submitted.traceParent();
        this.webhookUrl = submitted.webhookUrl();
        this.createdAt = now.truncatedTo(ChronoUnit.MICROS); // as the database keeps it
    }

    public String id() {
        return id;
    }

    public String accountId() {
        return accountId;
    }

    /** Of submission: the database gives it, so that a job that was just made has none yet. */
    public long sequence() {
        return Objects.requireNonNull(sequence);
    }

    public JobStatus status() {
        return status;
    }

    public JobPhase phase() {
        return phase;
    }

    public Tier tier() {
        return tier;
    }

    public Lane lane() {
        return lane;
    }

    /** Of the last pass or translation that was sent. */
    public int passAttempt() {
        return passAttempt;
    }

    /** How often the pass, or the translation, was sent in this phase. */
    public int passSendings() {
        return passSendings;
    }

    /** Of the result; counted up by the document pass. */
    public int revision() {
        return revision;
    }

    public int pageCount() {
        return pageCount;
    }

    public int pagesDone() {
        return pagesDone;
    }

    public int pagesFailed() {
        return pagesFailed;
    }

    /** Pages without an outcome. */
    public int pagesLeft() {
        return pageCount - pagesDone - pagesFailed;
    }

    public @Nullable String translateTo() {
        return translateTo;
    }

    public @Nullable String detectedLanguage() {
        return detectedLanguage;
    }

    public @Nullable String traceParent() {
        return traceParent;
    }

    public @Nullable String webhookUrl() {
        return webhookUrl;
    }

    public @Nullable Instant finishedAt() {
        return finishedAt;
    }

    String originalSha256() {
        return originalSha256;
    }

    public Original.Key original() {
        return new Original.Key(accountId, originalSha256);
    }

    public String language() {
        return language;
    }

    /** What the reader is to do beside a text layer. */
    public String ocr() {
        return ocr;
    }

    public String mediaType() {
        return mediaType;
    }

    public long fileBytes() {
        return fileBytes;
    }

    public @Nullable String sealedPassword() {
        return sealedPassword;
    }

    /** A worker has taken up a page. @return false where one had before */
    public boolean started(Instant now) {
        if (status != JobStatus.PENDING) {
            return false;
        }
        become(JobStatus.PROCESSING);
        if (startedAt == null) {
            startedAt = now;
        }
        return true;
    }

    /** One more of its pages was read. */
    public void pageRead(long milliseconds) {
        requirePageLeft();
        pagesDone++;
        readMilliseconds += milliseconds;
    }

    /** One more of its pages could not be read. */
    public void pageFailed() {
        requirePageLeft();
        pagesFailed++;
    }

    /** Whether its account is to be told how far it is: once a second at most. */
    public boolean progressed(Instant now) {
        if (progressAt != null && !progressAt.plusSeconds(1).isBefore(now)) {
            return false;
        }
        progressAt = now;
        return true;
    }

    /** Its document pass goes to the workers; all its pages have their outcome. */
    public void assembling(Instant now) {
        if (pagesLeft() > 0) {
            throw new IllegalStateException("job %s has pages without an outcome".formatted(id));
        }
        passSendings = phase == JobPhase.ASSEMBLE ? passSendings + 1 : 1;
        become(JobPhase.ASSEMBLE);
        passAttempt++;
        sent(now);
    }

    /** Whether the document pass is the one that is awaited: that of an earlier revision knows nothing of later readings. */
    public boolean awaits(PageOutcome.Assembled pass) {
        return phase == JobPhase.ASSEMBLE && revision + 1 == pass.revision();
    }

    /** As {@link #awaits(PageOutcome.Assembled)}. */
    public boolean awaits(PageOutcome.Translated pass) {
        return phase == JobPhase.TRANSLATE && revision == pass.revision();
    }

    /** @param pages all of them, as the pass left them */
    public void assembled(PageOutcome.Assembled pass, Collection<Page> pages) {
        revision = pass.revision();
        detectedLanguage = pass.language();
        double sum = 0;
        long words = 0;
        for (Page page : pages) {
            Double confidence = page.meanConfidence();
            if (confidence != null) {
                sum += confidence * page.words();
                words += page.words();
            }
        }
        meanConfidence = words == 0 ? null : sum / words;
    }

    /** @param active whether its account is: the translation of a suspended one is not sent yet */
    public void translating(boolean active, Instant now) {
        int before = phase == JobPhase.TRANSLATE ? passSendings : 0;
        become(JobPhase.TRANSLATE);
        passSendings = before + (active ? 1 : 0);
        passAttempt += active ? 1 : 0;
        sent(active ? now : null);
    }

    private void sent(@Nullable Instant now) {
        passSentAt = now;
        passPartition = null;
        passOffset = null;
    }

    /** It ends with at least one page. */
    public void done(Instant now) {
        become(JobStatus.DONE);
        become(JobPhase.ENDED);
        finishedAt = now;
    }

    /** It ends without a page that could be read. */
    public void failed(String code, String detail, Instant now) {
        become(JobStatus.FAILED);
        become(JobPhase.ENDED);
        revision++;
        errorCode = code;
        errorDetail = detail;
        finishedAt = now;
    }

    /** @param done of its pages that are read again although they were read */
    public void retried(int done) {
        become(JobStatus.PROCESSING);
        become(JobPhase.READ);
        pagesDone -= done;
        pagesFailed = 0;
        errorCode = null;
        errorDetail = null;
        finishedAt = null;
    }

    /** The id of its next event; they count up from 1. */
    public long nextEvent() {
        return ++eventSequence;
    }

    /** As the other services are told of it; where it stands in the queue is not known here. */
    public JobRecord record() {
        return record(null);
    }

    /** @param ahead pages that come before its own; null where that is not known */
    public JobRecord record(@Nullable Long ahead) {
        return new JobRecord(
                id,
                accountId,
                status.wireName(),
                tier.wireName(),
                language,
                tool,
                translateTo,
                ocr,
                pageSelection,
                fileName,
                mediaType,
                fileBytes,
                filePages,
                pageCount,
                pagesDone,
                pagesFailed,
                meanConfidence,
                detectedLanguage,
                revision,
                errorCode,
                errorDetail,
                createdAt,
                startedAt,
                finishedAt,
                ahead == null ? null : Math.toIntExact(Math.min(ahead, Integer.MAX_VALUE)),
                sealedPassword);
    }

    private void requirePageLeft() {
        if (status != JobStatus.PROCESSING || phase != JobPhase.READ || pagesLeft() == 0) {
            throw new IllegalStateException(
                    "job %s is %s, in phase %s, and awaits no page".formatted(id, status.wireName(), phase.wireName()));
        }
    }

    private void become(JobStatus next) {
        if (!status.next().contains(next)) {
            throw new IllegalStateException(
                    "job %s is %s and cannot be %s".formatted(id, status.wireName(), next.wireName()));
        }
        status = next;
    }

    private void become(JobPhase next) {
        if (!phase.next().contains(next)) {
            throw new IllegalStateException(
                    "job %s is in phase %s and cannot come to %s".formatted(id, phase.wireName(), next.wireName()));
        }
        phase = next;
    }
}
