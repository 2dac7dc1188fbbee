package dev.pagewright.gateway.submission;

import dev.pagewright.error.ErrorCode;
import dev.pagewright.gateway.http.Problem;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.AsyncFile;
import io.vertx.core.file.OpenOptions;
import io.vertx.core.http.HttpServerFileUpload;
import io.vertx.core.http.HttpServerRequest;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Receives one multipart body (RFC 7578) as a stream: the file goes to the disk with a running hash, at the pace of
 * the disk, and is never in memory whole. Ends once, either with the file and the fields or with a problem; what
 * still comes after a problem is thrown away. Everything runs on the request's event loop.
 */
final class UploadReceiver {

    private static final long PART_END_MILLIS = 500;

    private final Vertx vertx;
    private final HttpServerRequest request;
    private final Path directory;
    private final long largest;
    private final BiConsumer<ReceivedFile, Map<String, String>> received;
    private final Consumer<Problem> refused;

    private final MessageDigest digest = sha256();
    private @Nullable AsyncFile file;
    private @Nullable Path path;
    private String name = "";
    private long bytes;
    private int files;
    private boolean closing;
    private boolean fileClosed;
    private boolean requestEnded;
    private boolean finished;

    UploadReceiver(
            Vertx vertx,
            HttpServerRequest request,
            Path directory,
            long largest,
            BiConsumer<ReceivedFile, Map<String, String>> received,
            Consumer<Problem> refused) {
        this.vertx = vertx;
        this.request = request;
        this.directory = directory;
        this.largest = largest;
        this.received = received;
        this.refused = refused;
    }

    /** To be called while the request is paused. */
    void start() {
        request.setExpectMultipart(true);
        request.uploadHandler(this::part);
        request.exceptionHandler(failure -> refuse(malformed()));
        request.endHandler(end -> {
            requestEnded = true;
            finishWhenWhole();
            awaitPartEnd(bytes);
        });
        request.resume();
    }

    /** Gives up: the client stalls, or the server stops. */
    void refuse(Problem problem) {
        if (!finished) {
            finished = true;
            discardFile();
            refused.accept(problem);
        }
    }

    boolean ended() {
        return requestEnded;
    }

    long bytes() {
        return bytes;
    }

    private void part(HttpServerFileUpload upload) {
        if (!upload.name().equals("file") || finished) {
            upload.handler(ignored -> {});
            return;
        }
        files++;
        if (files > 1) {
            upload.handler(ignored -> {});
            refuse(new Problem(ErrorCode.MULTIPLE_FILES, "Send one file a request, in the field \"file\"."));
            return;
        }
        name = upload.filename() == null ? "" : upload.filename();
        Path target = directory.resolve(UUID.randomUUID().toString());
        path = target;
        upload.pause();
        vertx.fileSystem()
                .open(target.toString(), new OpenOptions().setCreateNew(true).setWrite(true))
                .onSuccess(opened -> {
                    file = opened;
                    if (finished) { // refused while the file was being opened
                        upload.handler(ignored -> {});
                        upload.resume();
                        close(opened);
                    } else {
                        write(upload, opened);
                    }
                })
                .onFailure(failure -> {
                    upload.handler(ignored -> {});
                    upload.resume();
                    refuse(new Problem(
                            ErrorCode.OVERLOADED, "The file cannot be stored at the moment; try again shortly."));
                });
    }

    private void write(HttpServerFileUpload upload, AsyncFile target) {
        target.exceptionHandler(failure -> refuse(
                new Problem(ErrorCode.OVERLOADED, "The file cannot be stored at the moment; try again shortly.")));
        upload.exceptionHandler(failure -> refuse(malformed()));
        upload.endHandler(end -> close(target));
        upload.handler(buffer -> {
            if (finished) {
                return;
            }
            bytes += buffer.length();
            if (bytes > largest) {
                refuse(new Problem(
                        ErrorCode.FILE_TOO_LARGE,
                        "The file is larger than the %d bytes that your plan allows; send a smaller one."
                                .formatted(largest),
                        Map.of("cap", largest)));
                return;
            }
            digest.update(buffer.getBytes());
            write(target, buffer);
            if (target.writeQueueFull()) {
                upload.pause();
                target.drainHandler(drained -> upload.resume());
            }
        });
        upload.resume();
    }

    private void write(AsyncFile target, Buffer buffer) {
        target.write(buffer)
                .onFailure(failure -> refuse(new Problem(
                        ErrorCode.OVERLOADED, "The file cannot be stored at the moment; try again shortly.")));
    }

    private void finishWhenWhole() {
        if (finished || !requestEnded || (files == 1 && !fileClosed)) {
            return;
        }
        if (files == 0 || path == null) {
            refuse(missingFile());
            return;
        }
        finished = true;
        Map<String, String> fields = new LinkedHashMap<>();
        request.formAttributes().forEach(entry -> fields.putIfAbsent(entry.getKey(), entry.getValue()));
        received.accept(new ReceivedFile(path, name, bytes, HexFormat.of().formatHex(digest.digest())), fields);
    }

    /**
     * The body has come whole. A file part that now neither ends nor grows, with a disk that takes bytes, lacks its
     * closing boundary, of which the decoder says nothing.
     */
    private void awaitPartEnd(long seen) {
        if (finished || files == 0 || closing) {
            return;
        }
        vertx.setTimer(PART_END_MILLIS, tick -> {
            boolean over = finished || closing;
            if (over || file == null || file.writeQueueFull() || bytes != seen) {
                awaitPartEnd(bytes);
            } else {
                refuse(malformed());
            }
        });
    }

    /** At the end of the part, or with a refusal, whichever comes first. */
    private void close(AsyncFile target) {
        if (closing) {
            return;
        }
        closing = true;
        target.close().onComplete(closed -> {
            fileClosed = true;
            if (finished) {
                discardFile();
            } else {
                finishWhenWhole();
            }
        });
    }

    /** Once refused. A file that is still open, or being opened, is deleted when it is closed. */
    private void discardFile() {
        if (fileClosed && path != null) {
            vertx.fileSystem().delete(path.toString());
        } else if (file != null) {
            close(file);
        }
    }

    static Problem missingFile() {
        return new Problem(
                ErrorCode.MISSING_FILE, "The request has no file; send one in the multipart field \"file\".");
    }

    private static Problem malformed() {
        return new Problem(
                ErrorCode.INVALID_PARAMETER,
                "The body is not well-formed multipart/form-data, or was cut off; send it again with an HTTP library's form upload.");
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
