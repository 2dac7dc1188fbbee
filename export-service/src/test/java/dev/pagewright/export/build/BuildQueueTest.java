package dev.pagewright.export.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pagewright.export.format.ExportRefusedException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BuildQueueTest {

    private static final Duration LONG = Duration.ofSeconds(60);

    /** What a build gives where only its running matters. */
    private record Nothing() implements AutoCloseable {
        @Override
        public void close() {}
    }

    private final List<String> begun = new CopyOnWriteArrayList<>();
    private final CountDownLatch end = new CountDownLatch(1);
    private BuildQueue queue = queue(3, LONG, LONG);

    private BuildQueue queue(int concurrent, Duration patience, Duration deadline) {
        return new BuildQueue("test", new BuildQueue.Bounds(concurrent, 30, 25, patience, deadline));
    }

    @AfterEach
    void close() {
        end.countDown();
        queue.close();
    }

    private Build<Nothing> submit(String account) throws ExportRefusedException {
        return queue.submit(account, stop -> {
            begun.add(account);
            await(end);
            return new Nothing();
        });
    }

    private static void await(CountDownLatch latch) throws IOException {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IOException("interrupted", e);
        }
    }

    private void untilBegun(int builds) {
        long last = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (begun.size() < builds && System.nanoTime() < last) {
            Thread.onSpinWait();
        }
        assertThat(begun).hasSize(builds);
    }

    @Test
    void an_account_that_queues_many_leaves_a_place_for_another() throws Exception {
        for (int i = 0; i < 20; i++) {
            submit("many");
        }
        submit("one");

        untilBegun(3);
        assertThat(begun).containsExactlyInAnyOrder("many", "many", "one");
    }

    @Test
    void turns_go_round_the_accounts_that_wait() throws Exception {
        queue.close();
        queue = queue(1, LONG, LONG);
        List<Build<Nothing>> all = new ArrayList<>();
        for (String account : List.of("a", "a", "a", "a", "b", "b", "c")) {
            all.add(submit(account));
        }
        end.countDown();
        for (Build<Nothing> build : all) {
            build.result().get(20, TimeUnit.SECONDS);
        }

        assertThat(begun).containsExactly("a", "a", "b", "c", "a", "b", "a");
    }

    @Test
    void more_than_may_wait_are_refused() throws Exception {
        for (int i = 0; i < 2 + 25; i++) {
            submit("many");
        }
        assertThatThrownBy(() -> submit("many")).isInstanceOf(ExportRefusedException.class);

        submit("other"); // has the place that is left
        for (int i = 0; i < 5; i++) {
            submit("other");
        }
        assertThatThrownBy(() -> submit("third")).isInstanceOf(ExportRefusedException.class);
    }

    @Test
    void who_waits_too_long_is_refused_and_the_next_takes_its_place() throws Exception {
        queue.close();
        queue = queue(1, Duration.ofMillis(50), LONG);
        submit("a");

        assertThatThrownBy(() -> submit("b").result().get(20, TimeUnit.SECONDS))
                .hasCauseInstanceOf(ExportRefusedException.class);
        assertThat(begun).containsExactly("a");
    }

    /** What a build may be doing when it is told to stop. */
    enum Doing {
        WAITING_FOR_OTHERS {
            @Override
            void go(Stop stop) throws IOException {
                BuildQueueTest.await(new CountDownLatch(1));
            }
        },
        READING_PAGES {
            @Override
            void go(Stop stop) {
                stop.between(Stream.iterate(0, page -> page + 1).iterator()).forEachRemaining(page -> {});
            }
        },
        WRITING {
            @Override
            void go(Stop stop) throws IOException {
                while (true) {
                    stop.check();
                }
            }
        };

        abstract void go(Stop stop) throws IOException;
    }

    @ParameterizedTest
    @EnumSource
    void a_build_whose_time_is_over_is_stopped_whatever_it_does(Doing doing) {
        queue.close();
        queue = queue(1, LONG, Duration.ofMillis(200));

        assertThatThrownBy(() -> endless(doing).result().get(20, TimeUnit.SECONDS))
                .cause()
                .isInstanceOfSatisfying(BuildStoppedException.class, stopped -> assertThat(stopped.reason())
                        .isEqualTo(BuildStoppedException.Reason.LATE));
    }

    @ParameterizedTest
    @EnumSource
    void a_build_that_nobody_wants_stops_within_a_second_and_its_place_is_free(Doing doing) throws Exception {
        queue.close();
        queue = queue(1, LONG, LONG);
        Build<Nothing> build = endless(doing);
        untilBegun(1);
        long start = System.nanoTime();

        queue.cancel(build);

        assertThatThrownBy(() -> build.result().get(20, TimeUnit.SECONDS))
                .hasCauseInstanceOf(BuildStoppedException.class);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(1));
        assertThat(queue.submit("b", stop -> new Nothing()).result().get(20, TimeUnit.SECONDS))
                .isNotNull();
    }

    private Build<Nothing> endless(Doing doing) throws ExportRefusedException {
        return queue.submit("a", stop -> {
            begun.add("a");
            doing.go(stop);
            return new Nothing();
        });
    }

    @Test
    void an_interrupt_of_one_build_does_not_meet_the_next() throws Exception {
        queue.close();
        queue = queue(1, LONG, LONG);
        for (int i = 0; i < 200; i++) {
            Build<Nothing> unwanted = queue.submit("a", stop -> new Nothing());
            queue.cancel(unwanted);
            boolean interrupted = interruptedIn(queue.submit("a", stop -> {
                if (Thread.currentThread().isInterrupted()) {
                    throw new UncheckedIOException(new IOException("interrupted"));
                }
                return new Nothing();
            }));
            assertThat(interrupted).isFalse();
        }
    }

    private static boolean interruptedIn(Build<Nothing> build) throws Exception {
        try {
            build.result().get(20, TimeUnit.SECONDS);
            return false;
        } catch (ExecutionException e) {
            return true;
        }
    }

    @Test
    void all_that_may_be_built_is_built() throws Exception {
        end.countDown();
        List<Build<Nothing>> all = new ArrayList<>();
        for (int i : IntStream.range(0, 25).toArray()) {
            all.add(submit("account " + i % 7));
        }
        for (Build<Nothing> build : all) {
            assertThat(build.result().get(20, TimeUnit.SECONDS)).isNotNull();
        }
    }
}
