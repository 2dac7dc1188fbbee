package dev.pagewright.system.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pagewright.system.document.SampleDocuments;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Runs attacks against the launched system, so many at once, and asserts that nobody else is harmed. */
final class Siege {

    private final Target target;
    private final Bystander bystander;

    Siege(Target target) throws Exception {
        this.target = target;
        this.bystander = Bystander.of(target.another().client());
    }

    void lay(Attack attack, int atOnce, long seed) throws Exception {
        ProcessWatch watch = ProcessWatch.begin(target.system());
        try (ExecutorService attackers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < atOnce; i++) {
                long own = seed + i;
                running.add(attackers.submit(() -> {
                    attack.run(target, own);
                    return null;
                }));
            }
            List<Duration> times = bystander.scanWhile(() -> running.stream().anyMatch(one -> !one.isDone()));
            for (Future<?> one : running) {
                one.get(10, TimeUnit.MINUTES); // what failed in it fails here, with its cause
            }
            bystander.assertServed(times, attack.slowdown());
        }
        watch.assertUnharmed();
        assertThat(target.client()
                        .submit("good.pdf", SampleDocuments.textPdf(1), Map.of())
                        .json()
                        .path("text")
                        .asText())
                .as("a good document afterwards")
                .contains(SampleDocuments.lines(0).getFirst());
    }
}
