package dev.pagewright.gateway.inspection;

import dev.pagewright.blob.DirectoryBlobStore;
import dev.pagewright.error.ErrorCode;
import dev.pagewright.fence.Fence;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Looks into an upload, from its file: type, number of pages, encryption. Its first bytes are looked at here, the rest
 * in a process of its own that a hostile file may hold or kill. A file that takes longer than ordinary ones leaves its
 * place to them and goes on among a few slow ones. Blocks; thread-safe. See {@code docs/design/0012-inspection.md}.
 */
@ApplicationScoped
public class Inspector {

    private static final Logger LOG = Logger.getLogger(Inspector.class);
    private static final int ATTEMPTS = 2;

    private final InspectionSettings settings;
    private final ChildProcesses processes;
    private final Semaphore ordinary;
    private final Semaphore slow;
    private final AtomicInteger inside = new AtomicInteger();

    Inspector(InspectionSettings settings, Fence fence, DirectoryBlobStore blobs) {
        this.settings = settings;
        this.processes = new ChildProcesses(settings, new ChildStart(settings, fence, blobs.incoming()));
        this.ordinary = new Semaphore(settings.atOnce(), true);
        this.slow = new Semaphore(settings.slowAtOnce(), true);
    }

    /** @param password null or empty where the client sent none */
    public Inspection inspect(Path file, @Nullable String password) {
        byte[] prefix = prefix(file);
        if (prefix.length == 0) {
            return new Inspection.Refused(ErrorCode.EMPTY_FILE, "The file is empty; choose another one.");
        }
        Optional<MediaType> type = MediaType.of(prefix);
        if (type.isEmpty()) {
            return new Inspection.Refused(
                    ErrorCode.UNSUPPORTED_TYPE,
                    "The file is of a type that is not read; send PDF, PNG, JPG, WEBP, GIF, BMP or TIFF.");
        }
        try {
            if (inside.incrementAndGet() > settings.waiting()) {
                return Inspection.overloaded();
            }
            return look(new Question(file, type.get(), password));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while looking into a file", e);
        } finally {
            inside.decrementAndGet();
        }
    }

    private static byte[] prefix(Path file) {
        try (InputStream stream = Files.newInputStream(file)) {
            return stream.readNBytes(MediaType.PREFIX_LENGTH);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Inspection look(Question question) throws InterruptedException {
        if (!ordinary.tryAcquire(settings.patience().toMillis(), TimeUnit.MILLISECONDS)) {
            return Inspection.overloaded();
        }
        Place place = new Place(ordinary);
        try {
            Optional<Inspection> inspection = ask(question, settings.ordinary(), place);
            if (inspection.isPresent()) {
                return inspection.get();
            }
        } finally {
            place.leave();
        }
        // the slow lane was full: with a place there, the file gets all its time anew
        if (!slow.tryAcquire(settings.patience().toMillis(), TimeUnit.MILLISECONDS)) {
            return Inspection.overloaded();
        }
        Place slowPlace = new Place(slow);
        try {
            return ask(question, settings.longest(), slowPlace).orElseGet(Inspection::tooSlow);
        } finally {
            slowPlace.leave();
        }
    }

    /** A file's place in a lane. */
    private static final class Place {

        private Semaphore lane;

        Place(Semaphore lane) {
            this.lane = lane;
        }

        /** Whether there is room in the other lane; the one that was left has room again. */
        boolean changeTo(Semaphore other) {
            if (lane.equals(other) || !other.tryAcquire()) {
                return false;
            }
            leave();
            lane = other;
            return true;
        }

        void leave() {
            lane.release();
        }
    }

    /** A process that ends is asked for once more, in a new one, unless the file took all its memory. */
    private Optional<Inspection> ask(Question question, Duration time, Place place) throws InterruptedException {
        for (int attempt = 1; ; attempt++) {
            ChildProcess process;
            try {
                process = processes.take();
            } catch (IOException e) {
                LOG.errorf(e, "no process to look into a file");
                return Optional.of(Inspection.overloaded());
            }
            try {
                return answered(process.ask(question), time, place);
            } catch (IOException e) {
                LOG.errorf(e, "a file cannot be shown to the process that is to look into it");
                return Optional.of(Inspection.overloaded());
            } catch (ExecutionException e) {
                int exit = process.exitCode();
                LOG.warnf("a file ended the process that looked into it (exit code %d)", exit);
                if (exit == ChildProcess.OUT_OF_MEMORY || attempt == ATTEMPTS) {
                    return Optional.of(Inspection.corrupt());
                }
            } finally {
                processes.give(process);
            }
        }
    }

    /** Empty where the time is over and there is no slow place. */
    private Optional<Inspection> answered(CompletableFuture<Inspection> answer, Duration time, Place place)
            throws InterruptedException, ExecutionException {
        try {
            return Optional.of(answer.get(time.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            if (!place.changeTo(slow)) {
                return Optional.empty();
            }
        }
        try {
            long rest = settings.longest().minus(time).toMillis();
            return Optional.of(answer.get(rest, TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            return Optional.of(Inspection.tooSlow());
        }
    }

    @PreDestroy
    void close() {
        processes.close();
    }
}
