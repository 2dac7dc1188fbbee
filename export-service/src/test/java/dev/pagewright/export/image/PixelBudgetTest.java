package dev.pagewright.export.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class PixelBudgetTest {

    private static final long ALL = 40_000_000;

    @Test
    void no_more_are_held_at_once_than_there_are_whatever_is_asked_for() throws Exception {
        var budget = new PixelBudget(ALL);
        var held = new AtomicLong();
        var random = new Random(11);
        List<Future<Long>> most = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(16)) {
            for (int i = 0; i < 2_000; i++) {
                long pixels = 1 + (long) (random.nextDouble() * 2 * ALL); // also more than all
                most.add(threads.submit(() -> {
                    try (PixelBudget.Share share = budget.take(pixels)) {
                        assertThat(share).isNotNull();
                        long now = held.addAndGet(Math.min(pixels, ALL));
                        held.addAndGet(-Math.min(pixels, ALL));
                        return now;
                    }
                }));
            }
            for (Future<Long> each : most) {
                assertThat(each.get()).isLessThanOrEqualTo(ALL + 2_048); // permits are of 1,024 pixels
            }
        }
    }

    @Test
    void who_waits_for_others_can_be_stopped() throws IOException {
        var budget = new PixelBudget(ALL);
        try (PixelBudget.Share all = budget.take(ALL)) {
            assertThat(all).isNotNull();
            Thread.currentThread().interrupt();

            assertThatThrownBy(() -> budget.take(1)).isInstanceOf(InterruptedIOException.class);
            assertThat(Thread.interrupted()).isTrue();
        }
    }
}
