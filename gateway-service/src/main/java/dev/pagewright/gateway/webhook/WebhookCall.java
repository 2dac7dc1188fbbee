package dev.pagewright.gateway.webhook;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * One POST to a checked address: the connection goes there and nowhere else, the name is for the Host header and the
 * certificate alone. Redirects are not followed, the answer's body is not read, and what has no head in time is cut off,
 * however it drips. Vert.x and not the JDK's client,
 * because that one resolves names itself. Blocks; thread-safe.
 */
@ApplicationScoped
class WebhookCall {

    private final HttpClient client;
    private final Targets targets;
    private final WebhookSettings settings;

    WebhookCall(Vertx vertx, Targets targets, WebhookSettings settings) {
        this.targets = targets;
        this.settings = settings;
        this.client = vertx.createHttpClient(new HttpClientOptions()
                .setKeepAlive(false)
                .setConnectTimeout((int) settings.connect().toMillis())
                .setMaxPoolSize(settings.concurrent())
                .setMaxHeaderSize(32 << 10));
    }

    Deliveries.Attempted post(String url, Map<String, String> headers, String body) throws InterruptedException {
        Optional<URI> uri = targets.spelled(url);
        Optional<InetAddress> address = uri.flatMap(target -> targets.resolve(target.getHost()));
        if (uri.isEmpty()
                || (address.isEmpty() && HostSpelling.literal(uri.get().getHost()))) {
            return Deliveries.Attempted.impossible("the address may not be called");
        }
        if (address.isEmpty()) { // what names stand for changes
            return Deliveries.Attempted.failed("the address is unknown or may not be called");
        }
        RequestOptions options = options(uri.get(), address.get());
        headers.forEach(options::putHeader);
        return send(options, body);
    }

    private static RequestOptions options(URI uri, InetAddress address) {
        boolean https = "https".equalsIgnoreCase(uri.getScheme());
        int port = uri.getPort() > 0 ? uri.getPort() : https ? 443 : 80;
        String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        return new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setServer(SocketAddress.inetSocketAddress(new InetSocketAddress(address, port)))
                .setHost(uri.getHost())
                .setPort(port)
                .setSsl(https)
                .setFollowRedirects(false)
                .setURI(uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery());
    }

    private Deliveries.Attempted send(RequestOptions options, String body) throws InterruptedException {
        long patience = settings.patience().toMillis();
        Future<HttpClientRequest> connected = client.request(options.setTimeout(patience));
        try {
            int status = connected
                    .compose(request -> request.send(body).onSuccess(answer -> {
                        answer.exceptionHandler(broken -> {}); // what follows the head is not wanted
                        request.reset();
                    }))
                    .map(HttpClientResponse::statusCode)
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(patience, TimeUnit.MILLISECONDS);
            return Deliveries.Attempted.answered(status);
        } catch (ExecutionException e) {
            return Deliveries.Attempted.failed(sentence(e.getCause() == null ? e : e.getCause()));
        } catch (TimeoutException e) {
            return Deliveries.Attempted.failed("no answer in time");
        } finally {
            connected.onSuccess(HttpClientRequest::reset); // also a connection that comes too late
        }
    }

    private static String sentence(Throwable cause) {
        return switch (cause) {
            case javax.net.ssl.SSLException e -> "the TLS connection failed";
            case java.net.ConnectException e -> "the connection was refused";
            case io.vertx.core.VertxException e -> "no answer in time, or the connection broke";
            default -> "the connection failed";
        };
    }
}
