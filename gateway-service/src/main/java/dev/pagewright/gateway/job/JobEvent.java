package dev.pagewright.gateway.job;

import jakarta.persistence.Basic;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.EnumeratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** An event of a job's stream: ids count up, the same on every replica. */
@Entity
@Table(name = "job_event")
@IdClass(JobEvent.Key.class)
public class JobEvent {

    /** An event among all. */
    public record Key(String jobId, long id) {}

    /** What it tells of. */
    public enum Type {
        JOB,
        PAGE;

        @EnumeratedValue
        private final String wireName = name().toLowerCase(Locale.ROOT);

        public String wireName() {
            return wireName;
        }
    }

    @Id
    @Column(name = "job_id")
    private String jobId;

    @Id
    private long id;

    @Basic
    @Enumerated(EnumType.STRING)
    private Type type;

    @Column(name = "page_index")
    private @Nullable Integer pageIndex;

    @Basic
    private @Nullable String payload;

    @Basic
    private Instant at;

    @SuppressWarnings("NullAway") // Hibernate fills it
    protected JobEvent() {}

    private JobEvent(Job job, Type type, @Nullable Integer pageIndex, @Nullable String payload, Instant at) {
        this.jobId = job.id();
        this.id = job.nextEvent();
        this.type = type;
        this.pageIndex = pageIndex;
        this.payload = payload;
        this.at = at;
    }

    /**
     * The job has changed.
     *
     * @param payload the job as JSON
     */
    public static JobEvent of(Job job, String payload, Instant at) {
        return new JobEvent(job, Type.JOB, null, payload, at);
    }

    /** A page has its outcome; its event is the page itself. */
    public static JobEvent of(Job job, Page page, Instant at) {
        JobEvent event = new JobEvent(job, Type.PAGE, page.index(), null, at);
        page.told(event.id);
        return event;
    }

    public long id() {
        return id;
    }

    public Type type() {
        return type;
    }

    /** Of a page's event. */
    public @Nullable Integer pageIndex() {
        return pageIndex;
    }

    /** Of a job's event: the job as JSON. */
    public @Nullable String payload() {
        return payload;
    }
}
