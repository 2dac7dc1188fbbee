package dev.pagewright.gateway.inspection;

import dev.pagewright.error.ErrorCode;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Looks into an upload, from its file, bounded in time: type, number of pages, encryption. A file that holds its
 * thread is refused and the thread left to end by itself; while too many are held, uploads are told to come back.
 */
@ApplicationScoped
public class Inspector {

    private static final int THREADS = 4;

    private final long seconds;
    private final ThreadPoolExecutor threads;

    Inspector(@ConfigProperty(name = "pagewright.inspection.seconds", defaultValue = "20") long seconds) {
        this.seconds = seconds;
        this.threads = new ThreadPoolExecutor(
                THREADS,
                THREADS,
                30,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(256),
                Thread.ofPlatform().name("inspection-", 0).daemon().factory());
        this.threads.allowCoreThreadTimeOut(true);
    }

    /** @param password null or empty where the client sent none */
    public Inspection inspect(Path file, @Nullable String password) {
        AtomicBoolean begun = new AtomicBoolean();
        Future<Inspection> future;
        try {
            future = threads.submit(() -> {
                begun.set(true);
                return look(file, password);
            });
        } catch (RejectedExecutionException e) {
            return overloaded();
        }
        try {
            return future.get(seconds, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            future.cancel(true);
            if (!begun.get()) { // others held the threads: the file itself may be sound
                return overloaded();
            }
            return new Inspection.Refused(
                    ErrorCode.CORRUPT_FILE,
                    "The file takes too long to open; save it anew with another program and send that.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while looking into a file", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UncheckedIOException cause) {
                throw cause;
            }
            return corrupt();
        }
    }

    private static Inspection look(Path file, @Nullable String password) {
        try {
            byte[] prefix;
            try (InputStream stream = Files.newInputStream(file)) {
                prefix = stream.readNBytes(MediaType.PREFIX_LENGTH);
            }
            if (prefix.length == 0) {
                return new Inspection.Refused(ErrorCode.EMPTY_FILE, "The file is empty; choose another one.");
            }
            return MediaType.of(prefix)
                    .map(type -> type == MediaType.PDF
                            ? PdfInspection.look(file, password)
                            : ImageInspection.look(file, type))
                    .orElseGet(() -> new Inspection.Refused(
                            ErrorCode.UNSUPPORTED_TYPE,
                            "The file is of a type that is not read; send PDF, PNG, JPG, WEBP, GIF, BMP or TIFF."));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Inspection overloaded() {
        return new Inspection.Refused(
                ErrorCode.OVERLOADED, "Too many files are being looked at; try again in a moment.");
    }

    static Inspection corrupt() {
        return new Inspection.Refused(
                ErrorCode.CORRUPT_FILE, "The file is damaged or cut off; open it, save it anew and send that.");
    }

    @PreDestroy
    void close() {
        threads.shutdownNow();
    }
}
