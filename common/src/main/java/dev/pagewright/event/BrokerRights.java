package dev.pagewright.event;

import dev.pagewright.event.published.PublicEvent;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a service or a reader does on the broker, and all that it may do where the broker asks who it is. Whoever writes
 * a topic or reads it may also see its settings and offsets.
 *
 * @param user as the broker knows it
 * @param writes topics
 * @param reads topics
 * @param groups beginnings of the names of groups that it is a member of, share groups too
 * @param watches beginnings of the names of groups whose offsets it looks at and whose settings it makes
 * @param provisions whether it creates the topics
 */
public record BrokerRights(
        String user,
        List<String> writes,
        List<String> reads,
        List<String> groups,
        List<String> watches,
        boolean provisions) {

    private static final String WORKERS = "pagewright.ocr-worker.";

    public static final BrokerRights GATEWAY = new BrokerRights(
            "gateway",
            Stream.concat(
                            Topics.lanes().stream(),
                            Stream.of(
                                    Topics.CANCELLATIONS,
                                    Topics.PAGE_RESULTS,
                                    Topics.JOB_EVENTS,
                                    Topics.USAGE_EVENTS,
                                    Topics.DEAD_LETTERS))
                    .toList(),
            List.of(Topics.PAGE_OUTCOMES, Topics.JOB_EVENTS, Topics.WORKER_PRESENCE),
            List.of("pagewright.gateway"),
            List.of(WORKERS),
            true);

    public static final BrokerRights WORKER = new BrokerRights(
            "worker",
            List.of(Topics.PAGE_OUTCOMES, Topics.WORKER_PRESENCE, Topics.DEAD_LETTERS),
            Stream.concat(Topics.lanes().stream(), Stream.of(Topics.CANCELLATIONS))
                    .toList(),
            List.of(WORKERS),
            List.of(),
            false);

    public static final BrokerRights CHAT = new BrokerRights(
            "chat",
            List.of(Topics.DEAD_LETTERS),
            List.of(Topics.JOB_EVENTS),
            List.of("pagewright.chat"),
            List.of(),
            false);

    /** People and programs who read the public topics of an installation on one machine. */
    public static final BrokerRights READER = new BrokerRights(
            "reader",
            List.of(),
            PublicEvent.topics().stream().map(Topics.Topic::name).toList(),
            List.of("reader"),
            List.of(),
            false);

    public BrokerRights {
        writes = List.copyOf(writes);
        reads = List.copyOf(reads);
        groups = List.copyOf(groups);
        watches = List.copyOf(watches);
    }

    public static List<BrokerRights> all() {
        return List.of(GATEWAY, WORKER, CHAT, READER);
    }
}
