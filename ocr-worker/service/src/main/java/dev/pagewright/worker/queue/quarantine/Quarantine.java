package dev.pagewright.worker.queue.quarantine;

import dev.pagewright.document.PageResult;
import dev.pagewright.document.stored.PageLineCodec;
import dev.pagewright.error.PageErrorCode;
import dev.pagewright.fence.Fence;
import dev.pagewright.fence.FencedProcess;
import dev.pagewright.worker.page.ReadingCancelledException;
import dev.pagewright.worker.reading.PageRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Reads a page in a process of its own, which gets one request on its standard input, works in a folder of its own and
 * leaves one page line there. A process that dies makes the page {@code page_crashed}, one that does not end in time {@code page_timeout};
 * only a process that cannot be started is a fault. At most so many at a time. Thread-safe.
 */
public final class Quarantine {

    private static final Logger LOG = Logger.getLogger(Quarantine.class);
    private static final Duration LOOK = Duration.ofMillis(100);
    private static final int TOLD = 2_000;
    /** Of the environment, what Java and native libraries go by. */
    static final Set<String> INHERITED = Set.of(
            "PATH", "LANG", "LC_ALL", "LC_CTYPE", "TZ", "LD_LIBRARY_PATH", "MALLOC_ARENA_MAX", "TESSDATA_PREFIX");

    /** How a JVM ends that is told to exit on an {@link OutOfMemoryError}. */
    private static final int OUT_OF_MEMORY = 3;

    private final ReaderProgram program;
    private final Fence fence;
    private final Path directory;
    private final Duration start;
    private final long diskBytes;
    private final Semaphore places;

    /**
     * @param fence the process reaches its folder, the program and what that reads, and nothing else of this machine
     * @param directory for what processes work on and leave, of this quarantine alone; emptied now, and page by page
     * @param start what the process gets beyond the page's time
     * @param diskBytes that a process may write
     * @param atOnce processes at a time
     */
    public Quarantine(ReaderProgram program, Fence fence, Path directory, Duration start, long diskBytes, int atOnce) {
        Cell.sweep(directory);
        this.program = program;
        this.fence = fence;
        this.directory = directory;
        this.start = start;
        this.diskBytes = diskBytes;
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
                try (Cell cell = Cell.open(directory, request.original())) {
                    return read(request, time, cell);
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

    private PageResult read(PageRequest request, Duration time, Cell cell) throws IOException, InterruptedException {
        long most = cell.size() + diskBytes;
        var builder = new ProcessBuilder(program.command())
                .directory(cell.directory().toFile())
                .redirectErrorStream(true)
                .redirectOutput(cell.said().toFile());
        var environment = builder.environment();
        environment.keySet().retainAll(INHERITED); // a page that takes the process over finds no secrets
        String own = cell.directory().toAbsolutePath().toString();
        environment.put("HOME", own);
        environment.put("TMPDIR", own);
        FencedProcess process = fence.start(builder, program.reach(request.options(), cell));
        try (OutputStream input = process.input()) {
            tell(input, ChildRequest.of(request, time, cell, program.settings().apply(request.options())));
            // the input stays open while it works: its end tells the process that nobody waits for it any more
            long end = System.nanoTime() + time.plus(start).toNanos();
            while (!process.ended(LOOK)) {
                require(request);
                if (System.nanoTime() - end >= 0) {
                    return failed(request, PageErrorCode.PAGE_TIMEOUT);
                }
                if (cell.size() > most) {
                    return failed(request, PageErrorCode.PAGE_TOO_LARGE);
                }
            }
        } finally {
            process.end();
            process.exitCode();
        }
        int exit = process.exitCode();
        if (exit == 0) {
            try (InputStream answer = Files.newInputStream(cell.answer(), LinkOption.NOFOLLOW_LINKS)) {
                return told(request, PageLineCodec.read(answer));
            } catch (IOException | IllegalArgumentException e) {
                LOG.warnf("the process of page %d of job %s left no answer: %s", request.index(), request.job(), e);
            }
        }
        LOG.warnf(
                "page %d of job %s was given up: its process ended with %d: %s",
                request.index(), request.job(), exit, end(cell.said()));
        return failed(request, exit == OUT_OF_MEMORY ? PageErrorCode.PAGE_TOO_LARGE : PageErrorCode.PAGE_CRASHED);
    }

    private static void tell(OutputStream input, ChildRequest request) {
        try {
            input.write(request.line());
            input.flush();
        } catch (IOException e) {
            LOG.debugf(e, "the process did not live to hear its request");
        }
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

    private static String end(Path said) {
        try (var channel = Files.newByteChannel(said, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)) {
            channel.position(Math.max(0, channel.size() - TOLD));
            ByteBuffer last = ByteBuffer.allocate(TOLD);
            while (last.hasRemaining() && channel.read(last) >= 0) {
                // until the end
            }
            return new String(last.array(), 0, last.position(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            return "nothing that can be read"; // it has taken away what it said, or put a link there
        }
    }
}
