package dev.pagewright.worker.queue.lease;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pagewright.worker.queue.TestBroker;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Leases on a real broker. A member that nobody keeps is a worker that was killed. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LeaseIT {

    private static final Duration FETCH_WAIT = Duration.ofMillis(50);
    /** Long enough to see that nothing comes. */
    private static final Duration LONG = TestBroker.LEASE.multipliedBy(3);
    /** For what must come, on however busy a machine. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    private static Path directory;

    private @Nullable TestBroker started;

    @BeforeAll
    void startBroker() throws Exception {
        started = TestBroker.start(directory);
    }

    @AfterAll
    void stopBroker() {
        broker().close();
    }

    @Test
    void aLeaseThatIsKeptOutlastsItsLock() throws Exception {
        String topic = broker().queue("kept");
        broker().send(topic, "job", text("page"));
        try (LeaseMember member = join(topic);
                LeaseMember other = join(topic);
                LeaseKeeper keeper = new LeaseKeeper()) {
            keeper.start();
            Lease lease = await(member, PATIENCE).orElseThrow();
            keeper.keep(member);

            assertThat(await(other, LONG)).isEmpty();

            lease.accept();
            assertThat(await(other, LONG)).isEmpty();
            assertThat(member.broken()).isFalse();
        }
    }

    @Test
    void aMemberThatWasKeptTakesTheNextTask() throws Exception {
        String topic = broker().queue("next");
        broker().send(topic, "job", text("one"));
        try (LeaseMember member = join(topic);
                LeaseKeeper keeper = new LeaseKeeper()) {
            keeper.start();
            Lease first = await(member, PATIENCE).orElseThrow();
            keeper.keep(member);
            CountDownLatch overLock = new CountDownLatch(1);
            assertThat(overLock.await(TestBroker.LEASE.toMillis() * 2, TimeUnit.MILLISECONDS))
                    .isFalse();
            first.accept();
            keeper.forget(member);
            broker().send(topic, "job", text("two"));

            Lease second = await(member, PATIENCE).orElseThrow();

            assertThat(second.value()).isEqualTo(text("two"));
            assertThat(second.deliveryCount()).isEqualTo(1);
            second.accept();
        }
    }

    @Test
    void theTaskOfAKilledWorkerComesBackAsASecondDelivery() throws Exception {
        String topic = broker().queue("killed");
        broker().send(topic, "job", text("page"));
        try (LeaseMember killed = join(topic);
                LeaseMember other = join(topic)) {
            assertThat(await(killed, LONG)).isPresent();

            Lease again = await(other, PATIENCE).orElseThrow();

            assertThat(again.value()).isEqualTo(text("page"));
            assertThat(again.deliveryCount()).isEqualTo(2);
            again.accept();
        }
    }

    @Test
    void aReleasedTaskComesBackAndARejectedOneDoesNot() throws Exception {
        String topic = broker().queue("released");
        broker().send(topic, "job", text("page"));
        try (LeaseMember member = join(topic);
                LeaseMember other = join(topic)) {
            await(member, PATIENCE).orElseThrow().release();

            Lease again = await(other, PATIENCE).orElseThrow();
            assertThat(again.deliveryCount()).isEqualTo(2);
            again.reject();

            assertThat(await(member, LONG)).isEmpty();
        }
    }

    @Test
    void aSlowPageHoldsNobodyBack() throws Exception {
        String topic = broker().queue("slow");
        broker().send(topic, "job", text("slow"));
        for (int i = 0; i < 5; i++) {
            broker().send(topic, "job", text("fast"));
        }
        CountDownLatch fast = new CountDownLatch(5);
        CountDownLatch slowMayEnd = new CountDownLatch(1);
        CountDownLatch slowEnded = new CountDownLatch(1);
        var slots = new SlotAllocator(2, Map.of(topic, new LaneShare(0, 1)));
        try (var threads = Executors.newCachedThreadPool();
                LeaseKeeper keeper = new LeaseKeeper();
                LanePoller lane = new LanePoller(
                        broker().access(),
                        topic,
                        topic,
                        2,
                        FETCH_WAIT,
                        slots,
                        keeper,
                        (lease, slot) -> threads.execute(() -> {
                            try (slot) {
                                assertThat(lease.deliveryCount()).isEqualTo(1);
                                if (new String(lease.value(), StandardCharsets.UTF_8).equals("slow")) {
                                    slowMayEnd.await(30, TimeUnit.SECONDS);
                                    slowEnded.countDown();
                                } else {
                                    fast.countDown();
                                }
                                lease.accept();
                            } catch (InterruptedException e) {
                                Thread.currentThread().interrupt();
                            }
                        }))) {
            keeper.start();
            lane.start();

            assertThat(fast.await(20, TimeUnit.SECONDS)).isTrue();
            slowMayEnd.countDown();
            assertThat(slowEnded.await(5, TimeUnit.SECONDS)).isTrue();
            slots.close();
            lane.stopTaking();
        }
    }

    /** Whatever the beginning of a task throws, its slot and its lease come back and the lane goes on. */
    @Test
    void aLaneGoesOnAfterWhateverItsWorkThrows() throws Exception {
        String topic = broker().queue("throwing");
        Deque<Throwable> faults = new ConcurrentLinkedDeque<>(List.of(
                new IllegalStateException("a bug"),
                new NullPointerException("a bug"),
                new RejectedExecutionException("no thread"),
                new StackOverflowError("too deep"),
                new NoClassDefFoundError("not there"),
                new AssertionError("not so")));
        int tasks = faults.size();
        for (int i = 0; i < tasks; i++) {
            broker().send(topic, "job", text("task " + i));
        }
        CountDownLatch done = new CountDownLatch(tasks);
        var slots = new SlotAllocator(1, Map.of(topic, new LaneShare(0, 1)));
        try (LeaseKeeper keeper = new LeaseKeeper();
                LanePoller lane =
                        new LanePoller(broker().access(), topic, topic, 1, FETCH_WAIT, slots, keeper, (lease, slot) -> {
                            if (lease.deliveryCount() == 1) {
                                throwNext(faults);
                            }
                            lease.accept();
                            slot.close();
                            done.countDown();
                        })) {
            keeper.start();
            lane.start();

            assertThat(done.await(60, TimeUnit.SECONDS)).isTrue();
            assertThat(keeper.held()).isZero();
            assertThat(faults).isEmpty();
            slots.close();
            lane.stopTaking();
        }
    }

    private static void throwNext(Deque<Throwable> faults) {
        Throwable next = faults.poll();
        if (next instanceof RuntimeException e) {
            throw e;
        }
        if (next instanceof Error e) {
            throw e;
        }
    }

    private static Optional<Lease> await(LeaseMember member, Duration atMost) {
        long end = System.nanoTime() + atMost.toNanos();
        Optional<Lease> lease = Optional.empty();
        while (lease.isEmpty() && System.nanoTime() - end < 0) {
            lease = member.poll(Duration.ofMillis(200), () -> {});
        }
        return lease;
    }

    private LeaseMember join(String topic) throws InterruptedException, ExecutionException {
        return LeaseMember.join(broker().access(), topic, topic, FETCH_WAIT);
    }

    private TestBroker broker() {
        return java.util.Objects.requireNonNull(started);
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
