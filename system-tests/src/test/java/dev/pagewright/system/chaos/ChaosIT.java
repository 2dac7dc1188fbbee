package dev.pagewright.system.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pagewright.system.client.Client;
import dev.pagewright.system.client.Waiting;
import dev.pagewright.system.launch.LaunchedSystem;
import dev.pagewright.system.launch.LedgerPages;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Every process stopped in every way, one after another and without order, while clients work. */
@Tag("chaos")
class ChaosIT {

    private static final List<String> PROCESSES =
            List.of("ocr-worker", "gateway", "export", "chat", "broker", "database");
    private static final Duration BACK = Duration.ofMinutes(1);
    private static final Duration DATABASE_BACK = Duration.ofSeconds(20);
    private static final int CLIENTS = 3;

    private record Blow(String process, Stop stop) {}

    @Test
    void noJobIsLostAndNoneCountedTwice() throws Exception {
        try (LaunchedSystem system = LaunchedSystem.start()) {
            List<String> late = new ArrayList<>();
            Load load = new Load(system.client(), CLIENTS);
            try {
                for (Blow blow : blows()) {
                    Duration back = strike(system, blow);
                    System.out.printf("%s %s: back after %.1f s%n", blow.stop(), blow.process(), back.toMillis() / 1e3);
                    if (back.compareTo(blow.process().equals("database") ? DATABASE_BACK : BACK) > 0) {
                        late.add(blow + " " + back);
                    }
                }
            } finally {
                load.end();
            }
            assertThat(load.faults()).isEmpty();
            assertThat(late).isEmpty();
            assertWhole(system, load);
        }
    }

    /** All of them, in an order that no process and no kind of stop has to itself. */
    private static List<Blow> blows() {
        List<Blow> all = new ArrayList<>();
        for (String process : PROCESSES) {
            for (Stop stop : Stop.values()) {
                all.add(new Blow(process, stop));
            }
        }
        Collections.shuffle(all, new Random(Long.getLong("chaos.seed", 1)));
        return all;
    }

    /** @return how long after the end of the blow the system took to be all there and to answer */
    private static Duration strike(LaunchedSystem system, Blow blow) throws IOException, InterruptedException {
        long before = system.pid(blow.process());
        blow.stop().strike(before);
        long struck = System.nanoTime();
        boolean another = before != system.pid(blow.process());
        Client client = system.client();
        Waiting.until(blow + " to be over", Duration.ofMinutes(3), () -> {
            boolean settled = another || !dies(blow) || system.pid(blow.process()) != before;
            boolean serves = settled
                    && system.allReady()
                    && client.get("/api/v1/ocr/?limit=1").status() == 200;
            return serves ? Boolean.TRUE : null;
        });
        return Duration.ofNanos(System.nanoTime() - struck);
    }

    /** Java programs under the launcher do not hear SIGINT, and print their threads on SIGQUIT. A halt ends nobody. */
    private static boolean dies(Blow blow) {
        return switch (blow.stop()) {
            case TERM, KILL -> true;
            case INT, QUIT -> blow.process().equals("database");
            case HALT -> false;
        };
    }

    private static void assertWhole(LaunchedSystem system, Load load) throws Exception {
        Client client = system.client();
        long pages = 0;
        for (Load.Submitted each : load.submitted()) {
            JsonNode job = client.ended(each.uuid());
            assertThat(job.path("status").asText()).as(each.uuid()).isEqualTo("done");
            assertThat(Load.pagesRead(job)).as(each.uuid()).isEqualTo(each.pages());
            pages += each.pages();
        }
        Map<String, Integer> charged = LedgerPages.ofAll(system);
        for (Load.Submitted each : load.submitted()) {
            assertThat(charged).containsEntry(each.uuid(), each.pages());
        }
        assertThat(charged).hasSameSizeAs(load.submitted());
        System.out.printf(
                "%d jobs, %d pages, all read and charged once%n",
                load.submitted().size(), pages);
    }
}
