package dev.pagewright.event.published;

import dev.pagewright.event.Topics;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Every kind of event on the public topics. New ones may come with any release: who reads skips what it does not know. */
public enum PublicEvent {
    PAGE_READ(Topics.PAGE_RESULTS, "page.read", "PageEvent", "A page was read, or read again."),
    PAGE_FAILED(Topics.PAGE_RESULTS, "page.failed", "PageEvent", "A page could not be read; its error says why."),
    JOB_ACCEPTED(Topics.JOB_EVENTS, "job.accepted", "JobEvent", "A document was taken in."),
    JOB_STARTED(Topics.JOB_EVENTS, "job.started", "JobEvent", "The first page of a job was taken by a worker."),
    JOB_PROGRESS(Topics.JOB_EVENTS, "job.progress", "JobEvent", "Pages were finished; at most once a second a job."),
    JOB_DONE(Topics.JOB_EVENTS, "job.done", "JobEvent", "All pages have ended, and one at least was read."),
    JOB_FAILED(Topics.JOB_EVENTS, "job.failed", "JobEvent", "All pages have ended, and none was read."),
    JOB_DELETED(
            Topics.JOB_EVENTS,
            "job.deleted",
            "JobDeletedEvent",
            "A job was deleted with all that belongs to it, by its account or because its time was over."),
    USAGE_PAGE(Topics.USAGE_EVENTS, "usage.page", "UsageEvent", "A page was charged.");

    private static final String NAMESPACE = "dev.pagewright.";

    private final String topic;
    private final String kind;
    private final String schema;
    private final String meaning;

    PublicEvent(String topic, String kind, String schema, String meaning) {
        this.topic = topic;
        this.kind = kind;
        this.schema = schema;
        this.meaning = meaning;
    }

    /** @param kind as {@link #kind} has it */
    public static Optional<PublicEvent> ofKind(String kind) {
        return Arrays.stream(values()).filter(event -> event.kind.equals(kind)).findFirst();
    }

    /** The public topics, in the order of {@link Topics#all()}. */
    public static List<Topics.Topic> topics() {
        return Topics.all().stream()
                .filter(topic -> Arrays.stream(values()).anyMatch(event -> event.topic.equals(topic.name())))
                .toList();
    }

    public String topic() {
        return topic;
    }

    /** Such as {@code page.read}. */
    public String kind() {
        return kind;
    }

    /** The CloudEvents attribute {@code type}. */
    public String type() {
        return NAMESPACE + kind;
    }

    /** Name of the data's definition in {@link EventSchemas}. */
    public String schema() {
        return schema;
    }

    /** One sentence. */
    public String meaning() {
        return meaning;
    }
}
