package dev.pagewright.worker.queue.quarantine;

import dev.pagewright.document.PageResult;
import dev.pagewright.document.testing.PageBuilder;
import dev.pagewright.worker.reading.PageReader;
import dev.pagewright.worker.reading.PageRequest;
import dev.pagewright.worker.reading.ReaderCapabilities;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
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
                case "write" -> write();
                case "throw" -> throw new IllegalStateException("a fault");
                default -> {}
            }
            String said =
                    switch (script) {
                        case "environment" -> String.join(" ", System.getenv().keySet());
                        case "files" -> files(request);
                        case "time" -> request.deadline().expired() ? "none left" : "enough";
                        default -> "";
                    };
            return new PageResult.Read(new PageBuilder(request.index())
                    .paragraph(said + " " + request.number() + " " + request.password() + " " + request.options())
                    .build());
        }

        /** Where it works, what is there, and what it was told to read. */
        private static String files(PageRequest request) {
            Path here = Path.of("").toAbsolutePath();
            try (var all = Files.list(here)) {
                return "alone=" + PosixFilePermissions.toString(Files.getPosixFilePermissions(here))
                        + " here=" + here.equals(request.original().getParent())
                        + " temporary="
                        + here.equals(Files.createTempFile("x", "y")
                                .toAbsolutePath()
                                .normalize()
                                .getParent())
                        + " home=" + here.toString().equals(System.getenv("HOME"))
                        + " reads=" + Files.readString(request.original())
                        + " with="
                        + all.map(file -> here.relativize(file).toString())
                                .sorted()
                                .toList();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static void write() {
            try {
                Path file = Files.createTempFile("large", "");
                for (int i = 0; i < 10_000; i++) {
                    Files.write(file, new byte[1 << 20], StandardOpenOption.APPEND);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
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
