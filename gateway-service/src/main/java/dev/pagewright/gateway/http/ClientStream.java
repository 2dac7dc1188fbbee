package dev.pagewright.gateway.http;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The body of one answer, written at the pace of its client: at most {@link #WINDOW} bytes are on their way. A write
 * waits for room and fails once the client has taken nothing for the patience, or has left. The wait is one that a
 * virtual thread leaves its carrier for, on every JDK; that of the server's own stream is not on JDK 21. For one thread.
 */
public final class ClientStream extends OutputStream {

    private static final int CHUNK = 16 << 10;
    private static final int WINDOW = 4 * CHUNK;
    private static final long CLOSE_SECONDS = 5;

    private final RoutingContext request;
    private final HttpServerResponse response;
    private final Duration patience;
    private final OptionalLong length;
    private final Semaphore window = new Semaphore(WINDOW);
    private final byte[] buffer = new byte[CHUNK];
    private int filled;
    private boolean begun;
    private volatile boolean gone;

    /** @param length of the whole body in bytes, where it is known */
    ClientStream(RoutingContext request, Duration patience, OptionalLong length) {
        this.request = request;
        this.response = request.response();
        this.patience = patience;
        this.length = length;
        request.addEndHandler(end -> {
            gone |= end.failed();
            window.release(WINDOW); // who waits for room looks again
        });
    }

    /** Whether nobody will read what is written from now on. */
    public boolean gone() {
        return gone || response.closed();
    }

    /** Whether a part of the answer has been sent, so that it cannot become another one. */
    boolean begun() {
        return begun || response.headWritten() || gone();
    }

    @Override
    public void write(int b) throws IOException {
        if (filled == CHUNK) {
            flush();
        }
        buffer[filled++] = (byte) b;
    }

    @Override
    public void write(byte[] bytes, int offset, int count) throws IOException {
        int from = offset;
        int left = count;
        while (left > 0) {
            if (filled == CHUNK) {
                flush();
            }
            int part = Math.min(left, CHUNK - filled);
            System.arraycopy(bytes, from, buffer, filled, part);
            filled += part;
            from += part;
            left -= part;
        }
    }

    /** Sends what was written; waits where the client has too much to read already. */
    @Override
    public void flush() throws IOException {
        if (filled > 0) {
            byte[] part = Arrays.copyOf(buffer, filled);
            filled = 0;
            awaitRoom(part.length);
            send(part);
        }
    }

    /** Sends the rest and waits until the client has taken all but what the system keeps for it. */
    void finish() throws IOException {
        flush();
        for (int taken = 0; taken < WINDOW; taken += CHUNK) {
            awaitRoom(CHUNK);
        }
    }

    private void send(byte[] part) throws IOException {
        try {
            if (!begun) {
                begin();
            }
            response.write(Buffer.buffer(part)).onComplete(done -> {
                gone |= done.failed();
                window.release(part.length);
            });
        } catch (IllegalStateException e) {
            throw new IOException("the client has left", e);
        }
    }

    private void begin() {
        begun = true;
        if (length.isPresent()) {
            response.putHeader("Content-Length", Long.toString(length.getAsLong()));
        } else {
            response.setChunked(true);
        }
    }

    private void awaitRoom(int bytes) throws IOException {
        try {
            if (!window.tryAcquire(bytes, patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IOException("the client took nothing of its answer for %d s".formatted(patience.toSeconds()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("stopped while answering", e);
        }
        if (gone()) {
            throw new IOException("the client has left");
        }
    }

    /** Ends the connection at once, what is on its way included, so that no reader takes the answer for whole. */
    void breakOff() throws IOException {
        CompletableFuture<Void> closed = new CompletableFuture<>();
        // below the server's own handler, which waits for the client to read what was sent: perhaps for ever
        ((ConnectionBase) request.request().connection())
                .channel()
                .pipeline()
                .firstContext()
                .close()
                .addListener(done -> closed.complete(null));
        try {
            closed.get(CLOSE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException("a broken answer's connection does not close", e);
        }
    }
}
