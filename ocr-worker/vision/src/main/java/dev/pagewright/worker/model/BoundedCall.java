package dev.pagewright.worker.model;

import dev.langchain4j.exception.HttpException;
import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.http.client.HttpRequest;
import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import dev.langchain4j.http.client.sse.ServerSentEventParser;
import dev.pagewright.worker.page.Deadline;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * One call as langchain4j makes it, bounded from its first to its last byte: in time (the JDK's own time-out ends with
 * the headers), in size, and by the wish of whoever waits. Keeps how it went, which langchain4j's exceptions do not
 * tell. Used once, by one thread.
 */
final class BoundedCall implements HttpClient, HttpClientBuilder {

    /** How a call went that gave no answer. */
    enum Fault {
        NONE,
        CANCELLED,
        TIME_OUT,
        TOO_LONG,
        CONNECTION,
        STATUS
    }

    private static final int LIMIT = 8 << 20;
    private static final long GLANCE_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

    private final java.net.http.HttpClient client;
    private final Deadline call;
    private final Deadline page;
    private Fault fault = Fault.NONE;
    private int status;
    private @Nullable String retryAfter;

    /**
     * @param call when this call must have ended
     * @param page whether it is still wanted
     */
    BoundedCall(java.net.http.HttpClient client, Deadline call, Deadline page) {
        this.client = client;
        this.call = call;
        this.page = page;
    }

    Fault fault() {
        return fault;
    }

    int status() {
        return status;
    }

    /** The header's text as it came, null where there was none. */
    @Nullable String retryAfter() {
        return retryAfter;
    }

    @Override
    public SuccessfulHttpResponse execute(HttpRequest request) {
        CompletableFuture<HttpResponse<byte[]>> exchange =
                client.sendAsync(jdkRequest(request), head -> new BoundedBody(LIMIT));
        HttpResponse<byte[]> response = await(exchange);
        status = response.statusCode();
        if (status / 100 != 2) {
            fault = Fault.STATUS;
            retryAfter = response.headers().firstValue("Retry-After").orElse(null);
            throw new HttpException(status, "status " + status); // the body may repeat what was sent: not logged
        }
        return SuccessfulHttpResponse.builder()
                .statusCode(status)
                .headers(response.headers().map())
                .body(response.body())
                .build();
    }

    private HttpResponse<byte[]> await(CompletableFuture<HttpResponse<byte[]>> exchange) {
        try {
            long remaining = remaining();
            while (!ended(exchange, Math.min(remaining, GLANCE_NANOS))) {
                if (page.cancelled()) {
                    throw failed(Fault.CANCELLED);
                }
                remaining = remaining();
                if (remaining <= 0) {
                    throw failed(Fault.TIME_OUT);
                }
            }
            return exchange.get();
        } catch (ExecutionException e) {
            throw failed(e.getCause() instanceof BoundedBody.TooLongException ? Fault.TOO_LONG : Fault.CONNECTION);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failed(Fault.CANCELLED);
        } finally {
            exchange.cancel(true); // closes the connection of what has not ended
        }
    }

    private long remaining() {
        return Math.min(call.remaining().toNanos(), page.remaining().toNanos());
    }

    private static boolean ended(CompletableFuture<?> exchange, long nanos) throws InterruptedException {
        try {
            exchange.get(nanos, TimeUnit.NANOSECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            return true;
        }
    }

    private IllegalStateException failed(Fault kind) {
        fault = kind;
        return new IllegalStateException(kind.name());
    }

    private static java.net.http.HttpRequest jdkRequest(HttpRequest request) {
        var builder = java.net.http.HttpRequest.newBuilder(URI.create(request.url()))
                .method(
                        request.method().name(),
                        java.net.http.HttpRequest.BodyPublishers.ofString(
                                request.body() == null ? "" : request.body(), StandardCharsets.UTF_8));
        request.headers().forEach((name, values) -> values.forEach(value -> builder.header(name, value)));
        return builder.build();
    }

    @Override
    public void execute(HttpRequest request, ServerSentEventParser parser, ServerSentEventListener listener) {
        throw new UnsupportedOperationException("answers are read whole");
    }

    @Override
    public Duration connectTimeout() {
        return call.remaining();
    }

    @Override
    public HttpClientBuilder connectTimeout(Duration timeout) {
        return this;
    }

    @Override
    public Duration readTimeout() {
        return call.remaining();
    }

    @Override
    public HttpClientBuilder readTimeout(Duration timeout) {
        return this;
    }

    @Override
    public HttpClient build() {
        return this;
    }

    /** For people to read. */
    String told() {
        return fault == Fault.STATUS ? "status " + status : fault.name();
    }
}
