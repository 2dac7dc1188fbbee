package dev.pagewright.gateway.queue;

import dev.pagewright.event.Topics;
import jakarta.persistence.EnumeratedValue;
import java.util.Locale;

/** Which queue a job's pages stand in. */
public enum Lane {
    EXPRESS(Topics.TASKS_EXPRESS),
    STANDARD(Topics.TASKS_STANDARD),
    VLM(Topics.TASKS_VLM);

    private final String topic;

    @EnumeratedValue
    private final String column = name().toLowerCase(Locale.ROOT);

    Lane(String topic) {
        this.topic = topic;
    }

    public String topic() {
        return topic;
    }

    /** As the database has it. */
    public String column() {
        return column;
    }

    public static Lane fromColumn(String column) {
        return valueOf(column.toUpperCase(Locale.ROOT));
    }

    /**
     * @param pages of the job
     * @param waitsForEndpoint whether its pages are read by a remote model, whose pace is its own
     */
    public static Lane of(int pages, boolean priority, boolean waitsForEndpoint) {
        if (waitsForEndpoint) {
            return VLM;
        }
        return pages <= 5 || priority ? EXPRESS : STANDARD;
    }
}
