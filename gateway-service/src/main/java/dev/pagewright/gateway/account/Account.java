package dev.pagewright.gateway.account;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.EnumeratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Locale;

/** Who sends files, and by which plan. */
@Entity
@Table(name = "account")
public class Account {

    /** Whether it may do anything. */
    public enum Status {
        ACTIVE,
        SUSPENDED;

        @EnumeratedValue
        private final String wireName = name().toLowerCase(Locale.ROOT);

        public String wireName() {
            return wireName;
        }

        public static Status fromWireName(String name) {
            return valueOf(name.toUpperCase(Locale.ROOT));
        }
    }

    @Id
    private String id;

    @Column(updatable = false)
    private String name;

    private String plan;

    @Enumerated(EnumType.STRING)
    private Status status = Status.ACTIVE;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    @SuppressWarnings("NullAway") // Hibernate fills it
    protected Account() {}

    public Account(String id, String name, String plan, Instant createdAt) {
        this.id = id;
        this.name = name;
        this.plan = plan;
        this.createdAt = createdAt;
    }

    public String id() {
        return id;
    }

    public String name() {
        return name;
    }

    public String plan() {
        return plan;
    }

    public Status status() {
        return status;
    }

    public boolean active() {
        return status == Status.ACTIVE;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public void moved(String toPlan) {
        plan = toPlan;
    }

    public void became(Status next) {
        status = next;
    }
}
