package dev.pagewright.gateway.job;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A condition whose waiters are woken one by the other: who has woken wakes the next. However many wait, one of them at
 * a time stands in the line for a processor, where requests of others stand too. Every call holds the lock.
 */
final class WakingInTurn {

    private final ReentrantLock lock;
    private final Deque<Waiter> waiting = new ArrayDeque<>();
    private final Deque<Waiter> toWake = new ArrayDeque<>();

    private static final class Waiter {
        private final Condition condition;
        private boolean woken;

        Waiter(Condition condition) {
            this.condition = condition;
        }
    }

    WakingInTurn(ReentrantLock lock) {
        this.lock = lock;
    }

    /** Wakes all who wait now, in the order in which they came. */
    void wakeAll() {
        boolean idle = toWake.isEmpty();
        toWake.addAll(waiting);
        waiting.clear();
        if (idle) {
            wakeNext();
        }
    }

    /**
     * Waits to be woken.
     *
     * @param nanos at most so long
     * @return what is left of it; none or less once it is over
     */
    long await(long nanos) throws InterruptedException {
        Waiter self = new Waiter(lock.newCondition());
        waiting.addLast(self);
        long left = nanos;
        try {
            while (!self.woken && left > 0) {
                left = self.condition.awaitNanos(left);
            }
            return left;
        } finally {
            waiting.remove(self);
            if (toWake.peekFirst() == self) {
                toWake.removeFirst();
                wakeNext();
            } else {
                toWake.remove(self);
            }
        }
    }

    private void wakeNext() {
        Waiter next = toWake.peekFirst();
        if (next != null) {
            next.woken = true;
            next.condition.signal();
        }
    }
}
