package dev.pagewright.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a step throws, the thread goes on, or the process ends. */
class SupervisedThreadTest {

    private static final SupervisedThread.Pace FAST =
            new SupervisedThread.Pace(Duration.ofMillis(1), Duration.ofMinutes(1));

    private final CountDownLatch ended = new CountDownLatch(1);
    private final BlockingQueue<String> failures = new LinkedBlockingQueue<>();
    private final Supervision supervision = new Supervision(ended::countDown);

    /** What a parser, a driver, a class loader or a bug may throw. */
    static Stream<Supplier<Throwable>> bearable() {
        return Stream.of(
                () -> new IllegalStateException("a bug"),
                () -> new NullPointerException("a bug"),
                () -> new IOException("a file"),
                () -> new InterruptedException("a stray interrupt"),
                () -> new StackOverflowError("nested too deep"),
                () -> new NoClassDefFoundError("not there"),
                () -> new ExceptionInInitializerError("not made"),
                () -> new AssertionError("not so"),
                () -> new LinkageError("a native"),
                () -> new Error("whatever else"),
                () -> new IllegalStateException("around", new StackOverflowError()));
    }

    static Stream<Supplier<Throwable>> fatal() {
        return Stream.of(
                () -> new OutOfMemoryError("Java heap space"),
                () -> new InternalError("the machine"),
                () -> new UnknownError("the machine"),
                () -> new IllegalStateException("around", new OutOfMemoryError()),
                () -> new IOException(new RuntimeException(new ExceptionInInitializerError(new OutOfMemoryError()))));
    }

    @ParameterizedTest
    @MethodSource("bearable")
    void it_goes_on_after_what_a_step_throws(Supplier<Throwable> thrown) throws InterruptedException {
        supervision.onFailure(failures::add);
        CountDownLatch later = new CountDownLatch(3);
        AtomicInteger turns = new AtomicInteger();
        try (var thread = started(FAST, () -> {
            if (turns.getAndIncrement() % 2 == 0) {
                throw thrown.get();
            }
            later.countDown();
            return false;
        })) {
            assertThat(later.await(20, TimeUnit.SECONDS)).isTrue();

            assertThat(failures).hasSizeGreaterThanOrEqualTo(3).containsOnly(thread.name());
            assertThat(supervision.overdue()).isEmpty();
            assertThat(ended.getCount()).isOne();
        }
    }

    @ParameterizedTest
    @MethodSource("fatal")
    void the_process_ends_where_it_cannot_be_trusted(Supplier<Throwable> thrown) throws InterruptedException {
        try (var thread = started(FAST, () -> {
            throw thrown.get();
        })) {
            assertThat(ended.await(20, TimeUnit.SECONDS)).as(thread.name()).isTrue();
        }
    }

    @Test
    void a_step_that_takes_longer_than_it_may_is_overdue() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch mayEnd = new CountDownLatch(1);
        AtomicInteger turns = new AtomicInteger();
        var pace = new SupervisedThread.Pace(Duration.ofMillis(1), Duration.ofMillis(200));
        try (var thread = started(pace, () -> {
            if (turns.getAndIncrement() == 0) {
                begun.countDown();
                mayEnd.await();
            }
            return false;
        })) {
            assertThat(begun.await(20, TimeUnit.SECONDS)).isTrue();

            until(() -> supervision.overdue().equals(List.of(thread.name())));
            mayEnd.countDown();
            until(() -> supervision.overdue().isEmpty());
        }
    }

    @Test
    void a_long_step_that_tells_of_its_parts_is_not() throws InterruptedException {
        CountDownLatch parts = new CountDownLatch(40);
        var pace = new SupervisedThread.Pace(Duration.ofMillis(1), Duration.ofSeconds(2));
        SupervisedThread[] self = new SupervisedThread[1];
        self[0] = new SupervisedThread(supervision, "in parts", pace, () -> {
            while (parts.getCount() > 0) {
                parts.await(100, TimeUnit.MILLISECONDS);
                self[0].turned();
                parts.countDown();
            }
            return false;
        });
        try (var thread = self[0]) {
            thread.start();

            while (!parts.await(50, TimeUnit.MILLISECONDS)) {
                assertThat(supervision.overdue()).isEmpty();
            }
        }
    }

    @Test
    void a_thread_that_has_died_is_overdue() throws InterruptedException {
        supervision.onFailure(name -> {
            throw new IllegalStateException("even the counting fails");
        });
        try (var thread = started(FAST, () -> {
            throw new IllegalStateException("a bug");
        })) {
            until(() -> supervision.overdue().equals(List.of(thread.name())));
        }
        assertThat(supervision.overdue()).as("closed").isEmpty();
    }

    @Test
    void it_is_woken_before_its_interval_is_over() throws InterruptedException {
        CountDownLatch turns = new CountDownLatch(3);
        var slow = new SupervisedThread.Pace(Duration.ofHours(1), Duration.ofMinutes(1));
        try (var thread = started(slow, () -> {
            turns.countDown();
            return false;
        })) {
            until(() -> {
                thread.wake();
                return turns.getCount() == 0;
            });
        }
    }

    @Test
    void closing_ends_a_step_that_waits() {
        CountDownLatch never = new CountDownLatch(1);
        CountDownLatch begun = new CountDownLatch(1);
        var thread = started(FAST, () -> {
            begun.countDown();
            never.await();
            return true;
        });
        until(() -> begun.getCount() == 0);

        thread.interruptAndClose();

        assertThat(thread.close(Duration.ofSeconds(20))).isTrue();
    }

    /** A step whose errors need no declaration. */
    @FunctionalInterface
    private interface Thrower {
        boolean run() throws Throwable;
    }

    private SupervisedThread started(SupervisedThread.Pace pace, Thrower step) {
        var thread = new SupervisedThread(supervision, "of the test", pace, () -> {
            try {
                return step.run();
            } catch (Exception | Error e) {
                throw e;
            } catch (Throwable e) {
                throw new AssertionError(e);
            }
        });
        thread.start();
        return thread;
    }

    private static void until(BooleanSupplier condition) {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime() - end).as("in 20 s").isNegative();
            Thread.onSpinWait();
        }
    }
}
