package dev.pagewright.system.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pagewright.system.client.Client;
import dev.pagewright.system.client.Waiting;
import dev.pagewright.system.document.SampleDocuments;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Clients that submit one document after another while everything around them falls: each submission is sent again
 * under its key until it is answered, as a careful client does.
 */
final class Load {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** @param uuid of the job that it became */
    record Submitted(String uuid, int pages) {}

    private final Client client;
    private final Queue<Submitted> submitted = new ConcurrentLinkedQueue<>();
    private final Queue<String> faults = new ConcurrentLinkedQueue<>();
    private final Thread[] threads;
    private volatile boolean ended;

    Load(Client client, int clients) {
        this.client = client;
        this.threads = new Thread[clients];
        for (int i = 0; i < clients; i++) {
            int number = i;
            threads[i] = Thread.ofVirtual().name("client-" + number).start(() -> run(number));
        }
    }

    private void run(int number) {
        try {
            for (int sent = 0; !ended; sent++) {
                int pages = 2 + (number * 7 + sent * 3) % 12;
                // every third is of pictures, which take long; the others have a text layer
                byte[] file = sent % 3 == 0 ? SampleDocuments.scannedPdf(pages) : SampleDocuments.textPdf(pages);
                submitted.add(new Submitted(submit(file, number + "-" + sent), pages));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (AssertionError e) {
            faults.add(String.valueOf(e.getMessage()));
        }
    }

    private String submit(byte[] file, String name) throws InterruptedException {
        Map<String, String> key = Map.of("Idempotency-Key", "chaos-" + name + "-" + System.nanoTime());
        return Waiting.until("an answer to " + name, PATIENCE, () -> {
            Client.Answer answer = client.submit(name + ".pdf", file, Map.of(), key);
            return answer.status() < 300 ? answer.json().path("uuid").asText() : null;
        });
    }

    /** Waits until every client has its last answer. */
    void end() throws InterruptedException {
        ended = true;
        for (Thread thread : threads) {
            thread.join();
        }
    }

    Queue<Submitted> submitted() {
        return submitted;
    }

    /** What clients could not do in time; empty when all went well. */
    Queue<String> faults() {
        return faults;
    }

    /** Pages whose first line is where it belongs; the job has ended. */
    static long pagesRead(JsonNode job) throws IOException {
        long right = 0;
        for (int i = 0; i < job.path("pages").size(); i++) {
            String text = job.path("pages").path(i).path("text").asText().toLowerCase(java.util.Locale.ROOT);
            String line = SampleDocuments.lines(i).getFirst().toLowerCase(java.util.Locale.ROOT);
            right += text.replaceAll("\\s+", " ").contains(line) ? 1 : 0;
        }
        return right;
    }
}
