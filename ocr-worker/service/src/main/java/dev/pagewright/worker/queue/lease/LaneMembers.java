package dev.pagewright.worker.queue.lease;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingDeque;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.function.Supplier;
import org.apache.kafka.common.KafkaException;
import org.jboss.logging.Logger;

/**
 * A lane's members that hold nothing. They join when the lane starts, as many as it can have pages at work and one to
 * look for the next; a broken one is replaced. Thread-safe.
 */
final class LaneMembers implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(LaneMembers.class);

    private final Supplier<LeaseMember> join;
    /** Empty: a place whose member could not join yet. */
    private final BlockingDeque<Optional<LeaseMember>> free = new LinkedBlockingDeque<>();

    LaneMembers(int count, Supplier<LeaseMember> join) {
        this.join = join;
        for (int i = 0; i < count; i++) {
            free.addLast(Optional.of(join.get()));
        }
    }

    /**
     * Waits for a member that holds nothing.
     *
     * @throws KafkaException where none can join now
     */
    LeaseMember take() throws InterruptedException {
        Optional<LeaseMember> member = free.takeFirst();
        try {
            return member.orElseGet(join);
        } catch (KafkaException e) {
            free.addLast(Optional.empty());
            throw e;
        }
    }

    void give(LeaseMember member) {
        if (member.broken()) {
            // closing waits for a broker that may be away
            Thread.ofPlatform().daemon().name("lease-leaver").start(member::close);
            free.addLast(joined());
        } else {
            free.addFirst(Optional.of(member));
        }
    }

    /** A client cannot even be made while the brokers' names are unknown. */
    private Optional<LeaseMember> joined() {
        try {
            return Optional.of(join.get());
        } catch (KafkaException e) {
            LOG.infof("no new member can join: %s", e.getMessage());
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        List<Optional<LeaseMember>> all = new ArrayList<>();
        free.drainTo(all);
        List<Thread> closing = all.stream()
                .flatMap(Optional::stream)
                .map(member -> Thread.ofPlatform().daemon().start(member::close))
                .toList();
        try {
            for (Thread thread : closing) {
                thread.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
