package dev.pagewright.gateway.testing;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.eclipse.microprofile.config.ConfigProvider;

/** Listens where export or chat should, and answers what the test says. */
public final class InnerServiceStandIn implements AutoCloseable {

    /** What came in. */
    public record Asked(String method, String uri, String authorization, String ifNoneMatch, String body) {}

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private volatile int status = 200;
    private volatile Map<String, String> headers = Map.of();
    private volatile byte[] body = new byte[0];

    private InnerServiceStandIn(String setting) throws IOException {
        int port = URI.create(ConfigProvider.getConfig().getValue(setting, String.class))
                .getPort();
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1024);
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            asked.add(new Asked(
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().toString(),
                    exchange.getRequestHeaders().getFirst("Authorization"),
                    String.valueOf(exchange.getRequestHeaders().getFirst("If-None-Match")),
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
            headers.forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
            boolean empty = exchange.getRequestMethod().equals("HEAD") || status == 304 || body.length == 0;
            exchange.sendResponseHeaders(status, empty ? -1 : body.length);
            if (!empty) {
                exchange.getResponseBody().write(body);
            }
            exchange.close();
        });
        server.start();
    }

    public static InnerServiceStandIn export() throws IOException {
        return new InnerServiceStandIn("pagewright.export-url");
    }

    public static InnerServiceStandIn chat() throws IOException {
        return new InnerServiceStandIn("pagewright.chat-url");
    }

    public void answer(int newStatus, Map<String, String> newHeaders, byte[] newBody) {
        status = newStatus;
        headers = Map.copyOf(newHeaders);
        body = newBody.clone();
    }

    public void answer(int newStatus, String type, String newBody) {
        answer(newStatus, Map.of("Content-Type", type), newBody.getBytes(StandardCharsets.UTF_8));
    }

    public List<Asked> asked() {
        return List.copyOf(asked);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
