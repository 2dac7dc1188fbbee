package dev.pagewright.gateway.relay;

import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * In which order shards are sent: those that failed come last, and not before a pause that grows with what their failure
 * took of the others' time. One thread.
 */
final class FailedShards {

    private static final Duration LEAST = Duration.ofSeconds(1);

    /** So soon must all go on when a broker is back. */
    private static final Duration MOST = Duration.ofSeconds(15);

    private static final int SHARE = 3;

    private final Map<Short, Long> notBefore = new HashMap<>();

    /** @param now nanoseconds, as {@link System#nanoTime} */
    List<Short> order(List<Short> waiting, long now) {
        notBefore.keySet().retainAll(waiting);
        return waiting.stream()
                .filter(shard -> notBefore.getOrDefault(shard, now) - now <= 0)
                .sorted(Comparator.<Short, Boolean>comparing(notBefore::containsKey)
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    void works(short shard) {
        notBefore.remove(shard);
    }

    /** @return whether the failure is news */
    boolean failed(short shard, Duration took, long now) {
        Duration pause = took.multipliedBy(SHARE);
        pause = pause.compareTo(LEAST) < 0 ? LEAST : pause.compareTo(MOST) > 0 ? MOST : pause;
        return notBefore.put(shard, now + pause.toNanos()) == null;
    }
}
