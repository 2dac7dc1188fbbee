package dev.pagewright.worker.queue.lease;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingDeque;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.function.Supplier;

/**
 * A lane's members that hold nothing. They join when the lane starts, as many as it can have pages at work and one to
 * look for the next; a broken one is replaced. Thread-safe.
 */
final class LaneMembers implements AutoCloseable {

    private final Supplier<LeaseMember> join;
    private final BlockingDeque<LeaseMember> free = new LinkedBlockingDeque<>();

    LaneMembers(int count, Supplier<LeaseMember> join) {
        this.join = join;
        for (int i = 0; i < count; i++) {
            free.addLast(join.get());
        }
    }

    /** Waits for a member that holds nothing. */
    LeaseMember take() throws InterruptedException {
        return free.takeFirst();
    }

    void give(LeaseMember member) {
        if (member.broken()) {
            // closing waits for a broker that may be away
            Thread.ofPlatform().daemon().name("lease-leaver").start(member::close);
            free.addLast(join.get());
        } else {
            free.addFirst(member);
        }
    }

    @Override
    public void close() {
        List<LeaseMember> all = new ArrayList<>();
        free.drainTo(all);
        List<Thread> closing = all.stream()
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
