package dev.pagewright.system.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pagewright.system.client.Client;
import dev.pagewright.system.document.SampleDocuments;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Another account that sends one page after the other and measures how long each takes, from request to text. */
final class Bystander {

    private static final int QUIET_RUNS = 5;

    /** Under it a median is the machine's noise, not the neighbour's doing. */
    private static final Duration NOISE = Duration.ofMillis(700);

    private final Client client;
    private final Duration quiet;

    private Bystander(Client client, Duration quiet) {
        this.client = client;
        this.quiet = quiet;
    }

    /** Measures the quiet median first. */
    static Bystander of(Client client) throws IOException, InterruptedException {
        List<Duration> times = new ArrayList<>();
        scan(client); // warms up
        for (int i = 0; i < QUIET_RUNS; i++) {
            times.add(scan(client));
        }
        return new Bystander(client, median(times));
    }

    Duration quiet() {
        return quiet;
    }

    /** Scans until told to stop, at least three times. */
    List<Duration> scanWhile(java.util.function.BooleanSupplier goesOn) throws IOException, InterruptedException {
        List<Duration> times = new ArrayList<>();
        while (times.size() < 3 || goesOn.getAsBoolean()) {
            times.add(scan(client));
        }
        return times;
    }

    void assertServed(List<Duration> times, int factor) {
        Duration bound = quiet.multipliedBy(factor);
        assertThat(median(times))
                .as("median of %d one-page scans of another account; quiet it is %s", times.size(), quiet)
                .isLessThan(bound.compareTo(NOISE) > 0 ? bound : NOISE);
    }

    private static Duration scan(Client client) throws IOException, InterruptedException {
        long start = System.nanoTime();
        Client.Answer answer = client.submit("scan.png", SampleDocuments.png(SampleDocuments.lines(2)), Map.of());
        String text = answer.status() == 202
                ? client.ended(answer.json().path("uuid").asText()).path("text").asText()
                : answer.json().path("text").asText();
        assertThat(text)
                .as("%d %s".formatted(answer.status(), answer.text()))
                .containsIgnoringCase(SampleDocuments.lines(2).getFirst());
        return Duration.ofNanos(System.nanoTime() - start);
    }

    static Duration median(List<Duration> times) {
        return times.stream().sorted().toList().get(times.size() / 2);
    }
}
