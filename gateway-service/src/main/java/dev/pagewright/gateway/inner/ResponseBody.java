package dev.pagewright.gateway.inner;

import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A response written from a virtual thread, at the pace of the reader. Closing ends it. */
final class ResponseBody implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 60;

    private final Context eventLoop;
    private final HttpServerResponse response;

    ResponseBody(Context eventLoop, HttpServerResponse response) {
        this.eventLoop = eventLoop;
        this.response = response;
        response.setChunked(true);
    }

    void type(String mediaType) {
        response.putHeader("Content-Type", mediaType);
    }

    void status(int status) {
        response.setStatusCode(status);
    }

    /** @throws IOException where the reader is gone or too slow */
    void write(byte[] bytes) throws IOException {
        CompletableFuture<Void> written = new CompletableFuture<>();
        eventLoop.runOnContext(v -> response.write(Buffer.buffer(bytes)).onComplete(done -> {
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

    /** Tells the reader that the answer is not whole: 500 where nothing was sent yet, else a broken connection. */
    void fail() {
        eventLoop.runOnContext(v -> {
            if (!response.headWritten()) {
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
