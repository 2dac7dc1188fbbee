package dev.pagewright.worker.reading;

import dev.pagewright.document.Engine;
import dev.pagewright.event.TaskOptions;
import dev.pagewright.worker.page.Deadline;
import dev.pagewright.worker.page.PageContent;
import dev.pagewright.worker.page.PagePicture;
import dev.pagewright.worker.page.PictureReader;
import dev.pagewright.worker.page.ReaderCapabilities;
import dev.pagewright.worker.page.Recognition;
import dev.pagewright.worker.page.memory.HeapFullException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/**
 * A process that reads the page of each file of a directory on all threads at once and tells how each ended; after each
 * a good one.
 */
final class CrowdedHeap {

    private static final int THREADS = 3;
    private static final Duration TIME = Duration.ofSeconds(20);

    private CrowdedHeap() {}

    public static void main(String[] arguments) throws Exception {
        Path directory = Path.of(arguments[0]);
        List<Path> files;
        try (Stream<Path> all = Files.list(directory)) {
            files = all.filter(Files::isRegularFile).sorted().toList();
        }
        PageReader reader =
                PageReaders.of(new Unseeing(), ReaderSettings.of(directory.resolveSibling("engines"), null, List.of()));
        Path good = Files.write(directory.resolveSibling("good"), GreedyFiles.good());
        try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            for (Path file : files) {
                List<Future<String>> ends = new ArrayList<>();
                for (int i = 0; i < THREADS; i++) {
                    ends.add(threads.submit(() -> end(reader, file, mediaType(file))));
                }
                var line = new StringBuilder(file.getFileName().toString());
                for (Future<String> end : ends) {
                    line.append(' ').append(end.get());
                }
                System.out.println(line.append(" then ").append(end(reader, good, "application/pdf")));
            }
        }
        Runtime.getRuntime().halt(0);
    }

    private static String end(PageReader reader, Path file, String mediaType) {
        try {
            return reader.read(new PageRequest(
                            "job",
                            0,
                            1,
                            file,
                            mediaType,
                            null,
                            new TaskOptions("cpu", "en", "auto"),
                            Deadline.in(TIME)))
                    .getClass()
                    .getSimpleName();
        } catch (HeapFullException e) {
            return "alone";
        }
    }

    private static String mediaType(Path file) throws IOException {
        String name = file.getFileName().toString();
        String suffix = name.substring(name.lastIndexOf('.') + 1);
        return suffix.equals("pdf") ? "application/pdf" : "image/" + suffix;
    }

    /** Sees nothing in any picture. */
    private static final class Unseeing implements PictureReader {

        @Override
        public Recognition read(PagePicture picture, TaskOptions options, Deadline deadline) {
            return new Recognition(
                    0,
                    new PageContent(picture.width(), picture.height(), List.of(), List.of(), List.of()),
                    null,
                    Engine.TESSERACT,
                    Set.of(),
                    null,
                    null,
                    Map.of());
        }

        @Override
        public ReaderCapabilities capabilities() {
            return new ReaderCapabilities(List.of(), Set.of(), List.of(), null);
        }

        @Override
        public void close() {}
    }
}
