package dev.pagewright.worker.queue.quarantine;

import dev.pagewright.document.PageResult;
import dev.pagewright.document.testing.PageBuilder;
import dev.pagewright.worker.reading.PageReader;
import dev.pagewright.worker.reading.PageRequest;
import dev.pagewright.worker.reading.ReaderCapabilities;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;

/** A quarantine process whose reader does as its settings say. */
public final class ScriptedChild {

    private ScriptedChild() {}

    public static void main(String[] arguments) {
        Child.run(settings -> new Scripted(settings.asText()));
    }

    private record Scripted(String script) implements PageReader {

        @Override
        public PageResult read(PageRequest request) {
            switch (script) {
                case "hang" -> hang();
                case "fill" -> fill();
                case "throw" -> throw new IllegalStateException("a fault");
                default -> {}
            }
            String said =
                    switch (script) {
                        case "environment" -> String.join(" ", System.getenv().keySet());
                        case "time" -> request.deadline().expired() ? "none left" : "enough";
                        default -> "";
                    };
            return new PageResult.Read(new PageBuilder(request.index())
                    .paragraph(said + " " + request.number() + " " + request.password() + " " + request.options())
                    .build());
        }

        private static void hang() {
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        private static void fill() {
            List<byte[]> all = new ArrayList<>();
            while (all.size() < 1_000_000) {
                all.add(new byte[1 << 20]);
            }
        }

        @Override
        public ReaderCapabilities capabilities() {
            return new ReaderCapabilities(List.of(), Set.of(), List.of(), null);
        }

        @Override
        public void close() {}
    }
}
