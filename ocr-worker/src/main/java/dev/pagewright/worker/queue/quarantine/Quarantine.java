package dev.pagewright.worker.queue.quarantine;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pagewright.document.PageResult;
import dev.pagewright.document.stored.PageLineCodec;
import dev.pagewright.error.PageErrorCode;
import dev.pagewright.worker.reading.PageRequest;
import dev.pagewright.worker.reading.ReadingCancelledException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Reads a page in a process of its own, which gets one request on its standard input and leaves one page line in a
 * file. A process that dies makes the page {@code page_crashed}, one that does not end in time {@code page_timeout};
 * only a process that cannot be started is a fault. At most so many at a time. Thread-safe.
 */
public final class Quarantine {

    private static final Logger LOG = Logger.getLogger(Quarantine.class);
    private static final Duration LOOK = Duration.ofMillis(100);
    private static final int TOLD = 2_000;
    /** Of the environment, what Java and native libraries go by. */
    private static final Set<String> INHERITED = Set.of(
            "PATH",
            "HOME",
            "LANG",
            "LC_ALL",
            "LC_CTYPE",
            "TZ",
            "TMPDIR",
            "LD_LIBRARY_PATH",
            "MALLOC_ARENA_MAX",
            "TESSDATA_PREFIX");

    /** How a JVM ends that is told to exit on an {@link OutOfMemoryError}. */
    private static final int OUT_OF_MEMORY = 3;

    private final List<String> command;
    private final JsonNode reader;
    private final Path directory;
    private final Duration start;
    private final Semaphore places;

    /**
     * @param command starts the process ({@link ChildCommand})
     * @param reader settings of the reader, as the process understands them
     * @param directory for what the process leaves; emptied of it page by page
     * @param start what the process gets beyond the page's time
     * @param atOnce processes at a time
     */
    public Quarantine(List<String> command, JsonNode reader, Path directory, Duration start, int atOnce) {
        this.command = List.copyOf(command);
        this.reader = reader;
        this.directory = directory;
        this.start = start;
        this.places = new Semaphore(atOnce);
    }

    /**
     * Waits for its turn, which takes nothing of the page's time.
     *
     * @param time for the page; of its deadline only the cancellation counts
     * @throws ReadingCancelledException where the page is not wanted any more
     */
    public PageResult read(PageRequest request, Duration time) {
        try {
            while (!places.tryAcquire(LOOK.toMillis(), TimeUnit.MILLISECONDS)) {
                require(request);
            }
            try {
                Files.createDirectories(directory);
                Path place = Files.createTempDirectory(directory, "page");
                try {
                    return read(request, time, place);
                } finally {
                    remove(place);
                }
            } finally {
                places.release();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ReadingCancelledException();
        } catch (IOException e) {
            throw new UncheckedIOException("the quarantine does not work", e);
        }
    }

    private PageResult read(PageRequest request, Duration time, Path place) throws IOException, InterruptedException {
        Path answer = place.resolve("answer");
        Path said = place.resolve("said");
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile());
        builder.environment().keySet().retainAll(INHERITED); // a page that takes the process over finds no secrets
        Process process = builder.start();
        try (OutputStream input = process.getOutputStream()) {
            tell(input, ChildRequest.of(request, time, answer, reader));
            // the input stays open while it works: its end tells the process that nobody waits for it any more
            if (!ended(process, request, time)) {
                return failed(request, PageErrorCode.PAGE_TIMEOUT);
            }
        } finally {
            process.destroyForcibly();
            process.waitFor();
        }
        if (process.exitValue() == 0 && Files.exists(answer)) {
            return told(request, PageLineCodec.read(Files.newInputStream(answer)));
        }
        LOG.warnf(
                "page %d of job %s was given up: its process ended with %d: %s",
                request.index(), request.job(), process.exitValue(), end(said));
        return failed(
                request,
                process.exitValue() == OUT_OF_MEMORY ? PageErrorCode.PAGE_TOO_LARGE : PageErrorCode.PAGE_CRASHED);
    }

    private static void tell(OutputStream input, ChildRequest request) {
        try {
            input.write(request.line());
            input.flush();
        } catch (IOException e) {
            LOG.debugf(e, "the process did not live to hear its request");
        }
    }

    private boolean ended(Process process, PageRequest request, Duration time) throws InterruptedException {
        long end = System.nanoTime() + time.plus(start).toNanos();
        while (!process.waitFor(LOOK.toMillis(), TimeUnit.MILLISECONDS)) {
            require(request);
            if (System.nanoTime() - end >= 0) {
                return false;
            }
        }
        return true;
    }

    private static void require(PageRequest request) {
        if (request.deadline().cancelled()) {
            throw new ReadingCancelledException();
        }
    }

    /** What failed inside the process is logged nowhere else. */
    private static PageResult told(PageRequest request, PageResult result) {
        if (result instanceof PageResult.Read read
                && !read.page().reading().degraded().isEmpty()) {
            LOG.warnf(
                    "page %d of job %s, in quarantine: %s failed, the page was read without",
                    request.index(), request.job(), read.page().reading().degraded());
        }
        return result;
    }

    private static PageResult failed(PageRequest request, PageErrorCode code) {
        return new PageResult.Failed(request.index(), request.number(), code, code.sentence());
    }

    private static String end(Path said) throws IOException {
        try (var channel = Files.newByteChannel(said)) {
            channel.position(Math.max(0, channel.size() - TOLD));
            ByteBuffer last = ByteBuffer.allocate(TOLD);
            while (last.hasRemaining() && channel.read(last) >= 0) {
                // until the end
            }
            return new String(last.array(), 0, last.position(), StandardCharsets.UTF_8).strip();
        }
    }

    private static void remove(Path place) throws IOException {
        try (var files = Files.list(place)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Files.deleteIfExists(file);
            }
        }
        Files.deleteIfExists(place);
    }
}
