package dev.pagewright.worker.queue.quarantine;

import dev.pagewright.document.PageResult;
import dev.pagewright.document.testing.PageBuilder;
import dev.pagewright.fence.testing.Intruder;
import dev.pagewright.worker.page.ReaderCapabilities;
import dev.pagewright.worker.reading.PageReader;
import dev.pagewright.worker.reading.PageRequest;
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
                case "mislead" -> mislead(request);
                case "throw" -> throw new IllegalStateException("a fault");
                default -> {}
            }
            String said =
                    switch (script.split(" ", 2)[0]) {
                        case "intrude" -> intrude(List.of(script.split(" ")));
                        case "environment" -> String.join(" ", System.getenv().keySet());
                        case "files" -> files(request);
                        case "command" -> "told=" + command().contains(String.valueOf(request.password()));
                        case "time" -> request.deadline().expired() ? "none left" : "enough";
                        default -> "";
                    };
            return new PageResult.Read(new PageBuilder(request.index())
                    .paragraph(said + " " + request.number() + " " + request.password() + " " + request.options())
                    .build());
        }

        /** Ways out that it found, and what the worker has open that is open here too. */
        private static String intrude(List<String> words) {
            try {
                Path outside = Path.of(words.get(1));
                List<String> open = Intruder.openFiles().stream()
                        .filter(file -> file.startsWith(outside.toString()))
                        .toList();
                return Intruder.report(words.subList(1, words.size())).replace('\n', ' ') + " open=" + open;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
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

        private static String command() {
            try {
                return Files.readString(Path.of("/proc/self/cmdline"));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** Ends well, with a link to a file outside in place of what it should leave. */
        private static void mislead(PageRequest request) {
            Path here = request.original().resolveSibling("");
            try {
                for (String name : List.of("answer", "said")) {
                    Files.deleteIfExists(here.resolve(name));
                    Files.createSymbolicLink(here.resolve(name), Path.of("/etc/hostname"));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            Runtime.getRuntime().halt(0);
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
