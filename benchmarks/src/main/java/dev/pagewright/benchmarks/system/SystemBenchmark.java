package dev.pagewright.benchmarks.system;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Pages a second of the running system, the share of time that is not the engine's, and the time to the first page of a
 * long document. Arguments: URL, token, number of page threads. Prints a Markdown table; each figure is the median of
 * three rounds after one that is not counted.
 */
public final class SystemBenchmark {

    private static final int ROUNDS = 3;
    private static final int SCANNED = 16;
    private static final int BORN_DIGITAL = 500;
    private static final Set<String> ENGINE_STEPS = Set.of("tesseract_ms", "pp_ocr_ms");

    private final ApiClient api;
    private final int threads;

    private SystemBenchmark(ApiClient api, int threads) {
        this.api = api;
        this.threads = threads;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        if (arguments.length != 3) {
            throw new IllegalArgumentException("arguments: URL, token, number of page threads");
        }
        new SystemBenchmark(new ApiClient(URI.create(arguments[0]), arguments[1]), Integer.parseInt(arguments[2]))
                .run();
    }

    private void run() throws IOException, InterruptedException {
        byte[] scanned = MeasuredDocuments.scanned(SCANNED);
        byte[] digital = MeasuredDocuments.bornDigital(BORN_DIGITAL);
        List<Round> scans = new ArrayList<>();
        List<Round> texts = new ArrayList<>();
        for (int i = 0; i <= ROUNDS; i++) {
            Round scan = round(scanned, SCANNED);
            Round text = round(digital, BORN_DIGITAL);
            if (i > 0) {
                scans.add(scan);
                texts.add(text);
            }
        }
        print("| document | pages/s | time to the first page | not the engine's |");
        print("|---|---|---|---|");
        print(row("scanned, %d pages at 300 dpi".formatted(SCANNED), scans, true));
        print(row("born digital, %d pages".formatted(BORN_DIGITAL), texts, false));
    }

    private record Round(double pagesPerSecond, double firstPageSeconds, double overhead) {}

    private Round round(byte[] pdf, int pages) throws IOException, InterruptedException {
        long start = System.nanoTime();
        String job = api.submit(pdf);
        api.follow(job, line -> line.startsWith("event: page") || line.startsWith("event:page"));
        double first = (System.nanoTime() - start) / 1e9;
        api.follow(job, line -> false);
        double all = (System.nanoTime() - start) / 1e9;
        double engine = 0;
        for (JsonNode page : api.job(job).path("pages")) {
            for (String step : ENGINE_STEPS) {
                engine += page.path("debug").path(step).asDouble() / 1000;
            }
        }
        api.delete(job);
        return new Round(pages / all, first, 1 - engine / (all * threads));
    }

    private static String row(String name, List<Round> rounds, boolean engine) {
        return "| %s | %s | %s s | %s |"
                .formatted(
                        name,
                        number(median(rounds.stream().map(Round::pagesPerSecond).toList())),
                        number(median(
                                rounds.stream().map(Round::firstPageSeconds).toList())),
                        engine
                                ? number(100
                                                * median(rounds.stream()
                                                        .map(Round::overhead)
                                                        .toList())) + " %"
                                : "");
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }

    @SuppressWarnings("SystemOut") // the report
    private static void print(String line) {
        System.out.println(line);
    }
}
