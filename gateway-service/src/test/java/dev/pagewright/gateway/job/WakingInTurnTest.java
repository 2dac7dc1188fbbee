package dev.pagewright.gateway.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.Test;

class WakingInTurnTest {

    private static final long LONG = Duration.ofMinutes(1).toNanos();

    private final ReentrantLock lock = new ReentrantLock();
    private final WakingInTurn streams = new WakingInTurn(lock);
    private int woken;

    @Test
    void all_who_wait_are_woken_by_one_call() throws InterruptedException {
        List<Thread> threads = waiters(200, LONG);

        locked(streams::wakeAll);

        ended(threads);
        assertThat(woken).isEqualTo(200);
    }

    @Test
    void those_whose_time_is_over_and_those_who_are_interrupted_wake_the_next() throws InterruptedException {
        List<Thread> patient = waiters(100, LONG);
        List<Thread> hasty = waiters(100, Duration.ofMillis(5).toNanos());
        List<Thread> stopped = waiters(100, LONG);

        for (int i = 0; i < stopped.size(); i++) {
            if (i == stopped.size() / 2) {
                locked(streams::wakeAll);
            }
            stopped.get(i).interrupt();
        }

        ended(patient);
        ended(hasty);
        ended(stopped);
    }

    @Test
    void who_waits_again_is_not_woken_for_what_it_has_seen() throws InterruptedException {
        List<Thread> threads = waiters(3, LONG);
        locked(streams::wakeAll);
        ended(threads);

        List<Thread> again = waiters(1, LONG);

        assertThat(again.getFirst().join(Duration.ofMillis(200))).isFalse();
        locked(streams::wakeAll);
        ended(again);
    }

    private List<Thread> waiters(int count, long nanos) throws InterruptedException {
        CountDownLatch waiting = new CountDownLatch(count);
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            threads.add(Thread.startVirtualThread(() -> {
                lock.lock();
                try {
                    waiting.countDown();
                    if (streams.await(nanos) > 0) {
                        woken++;
                    }
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                } finally {
                    lock.unlock();
                }
            }));
        }
        assertThat(waiting.await(20, TimeUnit.SECONDS)).isTrue();
        return threads;
    }

    private void locked(Runnable step) {
        lock.lock();
        try {
            step.run();
        } finally {
            lock.unlock();
        }
    }

    private static void ended(List<Thread> threads) throws InterruptedException {
        for (Thread thread : threads) {
            assertThat(thread.join(Duration.ofSeconds(20))).isTrue();
        }
    }
}
