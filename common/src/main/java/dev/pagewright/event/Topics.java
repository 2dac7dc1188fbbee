package dev.pagewright.event;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Every Kafka topic, its settings and its share group: the one description that creates them.
 * Public topics are an interface of their own ({@code docs/events.md}); the others may change with any release.
 */
public final class Topics {

    /** Jobs of 5 pages or fewer, and paid accounts. */
    public static final String TASKS_EXPRESS = "pagewright.page-tasks.express";

    public static final String TASKS_STANDARD = "pagewright.page-tasks.standard";

    /** Pages that wait for a vision endpoint: slow, and bounded by it rather than by cores. */
    public static final String TASKS_VLM = "pagewright.page-tasks.vlm";

    /** From the workers to the gateway; keyed by job. */
    public static final String PAGE_OUTCOMES = "pagewright.page-outcomes";

    /** From the gateway to every worker: jobs whose pages need not be read; keyed by job. */
    public static final String CANCELLATIONS = "pagewright.cancellations";

    /** From every worker to every gateway: who is there, and what it can do; keyed by worker. */
    public static final String WORKER_PRESENCE = "pagewright.worker-presence";

    /** Public: each page once, as soon as it is read; keyed by job. */
    public static final String PAGE_RESULTS = "pagewright.page-results";

    /** Public: accepted, started, progress, done, failed, cancelled, deleted; keyed by job. */
    public static final String JOB_EVENTS = "pagewright.job-events";

    /** Public: metering; keyed by account. */
    public static final String USAGE_EVENTS = "pagewright.usage-events";

    /** Records that a consumer could not read, with the reason in their headers. */
    public static final String DEAD_LETTERS = "pagewright.dead-letters";

    /** Share group (KIP-932) of the workers on a lane's topic: one group a topic, so that lanes scale apart. */
    public static String shareGroup(String laneTopic) {
        return laneTopic.replace("pagewright.page-tasks.", "pagewright.ocr-worker.");
    }

    /**
     * @param partitions order holds within one
     * @param settings topic configuration, Kafka's names
     */
    public record Topic(String name, int partitions, Map<String, String> settings) {
        public Topic {
            settings = Map.copyOf(settings);
        }
    }

    private static final List<Topic> ALL = List.of(
            queue(TASKS_EXPRESS),
            queue(TASKS_STANDARD),
            queue(TASKS_VLM),
            log(PAGE_OUTCOMES, 12, Duration.ofDays(2)),
            log(CANCELLATIONS, 1, Duration.ofDays(1)),
            log(WORKER_PRESENCE, 1, Duration.ofHours(1)),
            log(PAGE_RESULTS, 12, Duration.ofDays(7)),
            log(JOB_EVENTS, 12, Duration.ofDays(7)),
            log(USAGE_EVENTS, 12, Duration.ofDays(30)),
            log(DEAD_LETTERS, 1, Duration.ofDays(14)));

    private Topics() {}

    public static List<Topic> all() {
        return ALL;
    }

    /** The lanes, fastest first. */
    public static List<String> lanes() {
        return List.of(TASKS_EXPRESS, TASKS_STANDARD, TASKS_VLM);
    }

    private static Topic queue(String name) {
        // One partition: a share group divides several among its members, and those of a busy worker would lie idle.
        // It can have 2,000 records leased at a time. PostgreSQL is the truth: an older task is long reconciled.
        return log(name, 1, Duration.ofDays(7));
    }

    private static Topic log(String name, int partitions, Duration retention) {
        return new Topic(
                name,
                partitions,
                Map.of(
                        "cleanup.policy", "delete",
                        "retention.ms", Long.toString(retention.toMillis()),
                        "segment.bytes", Integer.toString(64 << 20),
                        "max.message.bytes", Integer.toString(1 << 20)));
    }
}
