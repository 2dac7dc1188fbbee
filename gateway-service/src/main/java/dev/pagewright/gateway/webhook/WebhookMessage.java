package dev.pagewright.gateway.webhook;

import dev.pagewright.gateway.http.Ids;
import dev.pagewright.gateway.job.Job;
import jakarta.persistence.Basic;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.EnumeratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A call that an account asked for, and what became of it. Written in the transaction that ends its job. */
@Entity
@Table(name = "webhook_delivery")
public class WebhookMessage {

    enum Status {
        WAITING,
        DELIVERED,
        GIVEN_UP;

        @EnumeratedValue
        private final String wireName = name().toLowerCase(Locale.ROOT);

        String wireName() {
            return wireName;
        }
    }

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);
    private static final Pattern HOST = Pattern.compile("^[A-Za-z]+://([^/?#]+)");

    /** Of the message: the same in every attempt. */
    @Id
    private String id;

    @Column(name = "account_id", updatable = false)
    private String accountId;

    @Column(name = "job_id", updatable = false)
    private String jobId;

    @Column(updatable = false)
    private String url;

    @Column(updatable = false)
    private String host;

    @Column(updatable = false)
    private String type;

    @Column(updatable = false)
    private String payload;

    @Basic
    @Enumerated(EnumType.STRING)
    private Status status = Status.WAITING;

    @Basic
    private int attempts;

    @Column(name = "due_at")
    private Instant dueAt;

    @Column(name = "wanted_at")
    private Instant wantedAt;

    @Column(name = "attempted_at")
    private @Nullable Instant attemptedAt;

    @Column(name = "leased_until")
    private @Nullable Instant leasedUntil;

    @Basic
    private @Nullable Integer answer;

    @Basic
    private @Nullable String failure;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    @SuppressWarnings("NullAway") // Hibernate fills it
    protected WebhookMessage() {}

    private WebhookMessage(Job job, String url, String type, String payload, Instant now) {
        this.id = Ids.next();
        this.accountId = job.accountId();
        this.jobId = job.id();
        this.url = url;
        Matcher host = HOST.matcher(url);
        this.host = host.find() ? host.group(1).toLowerCase(Locale.ROOT) : "";
        this.type = type;
        this.payload = payload;
        this.dueAt = now;
        this.wantedAt = now;
        this.createdAt = now;
    }

    /**
     * Empty where the job names no address.
     *
     * @param type such as {@code job.done}
     * @param json the job, without pages
     */
    public static Optional<WebhookMessage> of(Job job, String type, String json, Instant now) {
        return Optional.ofNullable(job.webhookUrl())
                .map(url -> new WebhookMessage(
                        job,
                        url,
                        type,
                        "{\"type\":\"%s\",\"timestamp\":\"%s\",\"data\":%s}".formatted(type, TIME.format(now), json),
                        now));
    }
}
