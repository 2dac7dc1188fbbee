package dev.pagewright.gateway.submission;

import dev.pagewright.gateway.http.Problem;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * A request's body for a thread that waits. The client is read on only as the stream is read: a few buffers lie
 * between. Reading fails with the problem that ended the body: the client has gone, is too slow, or broke the framing.
 */
final class BodyStream extends InputStream {

    /** Buffers of the decoder's, 8 KiB at most, that wait to be read. */
    private static final int WINDOW = 8;

    private final HttpServerRequest request;
    private final Executor eventLoop;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Queue<Buffer> waiting = new ArrayDeque<>();
    private Buffer current = Buffer.buffer(0);
    private int at;
    private long arrived;
    private boolean whole;
    private @Nullable Problem failure;

    /** @param eventLoop the request's own */
    BodyStream(HttpServerRequest request, Executor eventLoop) {
        this.request = request;
        this.eventLoop = eventLoop;
    }

    /** To be called on the event loop, while the request is paused. */
    void open() {
        request.handler(this::arrived);
        request.endHandler(end -> whole());
        request.fetch(WINDOW);
    }

    private void arrived(Buffer buffer) {
        lock.lock();
        try {
            arrived += buffer.length();
            waiting.add(buffer);
            changed.signal();
        } finally {
            lock.unlock();
        }
    }

    private void whole() {
        lock.lock();
        try {
            whole = true;
            changed.signal();
        } finally {
            lock.unlock();
        }
    }

    /** Ends the body; the first reason counts, and none that comes after its end. */
    void fail(Problem problem) {
        lock.lock();
        try {
            if (failure == null) {
                failure = problem;
                changed.signal();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Bytes that have come so far, as they were sent; null while it is not the client that is waited for. */
    @Nullable Long arrivedWhileWaiting() {
        lock.lock();
        try {
            return waiting.isEmpty() && !whole ? arrived : null;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public int read() {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) {
        if (length == 0) {
            return 0;
        }
        while (at == current.length()) {
            if (!next()) {
                return -1;
            }
        }
        int count = Math.min(length, current.length() - at);
        current.getBytes(at, at + count, into, offset);
        at += count;
        return count;
    }

    @Override
    public int available() {
        return current.length() - at;
    }

    /** @return false at the end */
    private boolean next() {
        lock.lock();
        try {
            Buffer buffer = waiting.poll();
            while (buffer == null) {
                if (whole) {
                    return false;
                }
                if (failure != null) {
                    throw failure.asException();
                }
                changed.awaitUninterruptibly();
                buffer = waiting.poll();
            }
            current = buffer;
            at = 0;
            eventLoop.execute(() -> request.fetch(1));
            return true;
        } finally {
            lock.unlock();
        }
    }
}
