package dev.pagewright.benchmarks.reading;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * All pages read once by one program.
 *
 * @param seconds from the first page to the last
 * @param processorSeconds of all threads
 */
record Round(Map<Item, Transcript> pages, double seconds, double processorSeconds) {

    static Round of(List<Item> items, int threads, Transcriber transcriber) throws Exception {
        long start = System.nanoTime();
        Duration before = transcriber.processorTime();
        Map<Item, Transcript> pages = new LinkedHashMap<>();
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            List<Future<Transcript>> running = new ArrayList<>();
            for (Item item : items) {
                running.add(pool.submit(() -> transcriber.read(item)));
            }
            for (int i = 0; i < items.size(); i++) {
                pages.put(items.get(i), running.get(i).get());
            }
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        return new Round(
                pages, seconds, transcriber.processorTime().minus(before).toNanos() / 1e9);
    }

    double pagesPerSecond() {
        return pages.size() / seconds;
    }

    double processorSecondsPerPage() {
        return processorSeconds / pages.size();
    }

    @Override
    public String toString() {
        return "%.2f pages/s, %.2f processor s a page".formatted(pagesPerSecond(), processorSecondsPerPage());
    }
}
