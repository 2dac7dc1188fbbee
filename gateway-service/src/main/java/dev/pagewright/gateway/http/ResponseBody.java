package dev.pagewright.gateway.http;

import dev.pagewright.spool.Spool;
import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A response written from a virtual thread, at the pace of the reader. Closing ends it. */
public final class ResponseBody implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 60;
    private static final int PIECE = 64 << 10;

    private final Context eventLoop;
    private final HttpServerResponse response;

    public ResponseBody(Context eventLoop, HttpServerResponse response) {
        this.eventLoop = eventLoop;
        this.response = response;
    }

    public void type(String mediaType) {
        response.putHeader("Content-Type", mediaType);
    }

    public void status(int status) {
        response.setStatusCode(status);
    }

    /** Writes what the spool holds, piece by piece. */
    public void write(Spool content) throws IOException {
        try (InputStream stream = content.stream()) {
            write(stream);
        }
    }

    public void write(InputStream content) throws IOException {
        byte[] piece = new byte[PIECE];
        for (int read = content.read(piece); read >= 0; read = content.read(piece)) {
            write(Arrays.copyOf(piece, read));
        }
    }

    /** @throws IOException where the reader is gone or too slow */
    public void write(byte[] bytes) throws IOException {
        CompletableFuture<Void> written = new CompletableFuture<>();
        eventLoop.runOnContext(v -> sized().write(Buffer.buffer(bytes)).onComplete(done -> {
            if (done.succeeded()) {
                written.complete(null);
            } else {
                written.completeExceptionally(done.cause());
            }
        }));
        try {
            written.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("stopped while answering", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException("the reader is gone", e);
        }
    }

    /** Of a length that is told, or in pieces. */
    private HttpServerResponse sized() {
        if (!response.headWritten() && !response.headers().contains("Content-Length")) {
            response.setChunked(true);
        }
        return response;
    }

    /** Tells the reader that the answer is not whole: 500 where nothing was sent yet, else a broken connection. */
    public void fail() {
        eventLoop.runOnContext(v -> {
            if (!response.headWritten()) {
                response.headers().remove("Content-Length");
                response.setStatusCode(500).end();
            } else if (!response.ended()) {
                response.reset();
            }
        });
    }

    @Override
    public void close() {
        eventLoop.runOnContext(v -> {
            if (!response.ended() && !response.closed()) {
                response.end();
            }
        });
    }
}
