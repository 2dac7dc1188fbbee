package dev.pagewright.system.client;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** A chat model on loopback that reads one page well, or fails in one way: as it was told last. */
public final class FaultyModel implements AutoCloseable {

    /** Longer than any time-out of an installation. */
    private static final Duration FOREVER = Duration.ofMinutes(5);

    /** How it fails. */
    public enum Fault {
        REFUSES_THE_KEY,
        IS_FULL_FOR_AN_HOUR,
        FAILS,
        IS_AWAY,
        HANGS,
        DRIPS,
        DECLINES,
        ECHOES_AN_ORDER,
        LINKS_TO_A_SCRIPT
    }

    private final HttpServer server;
    private final ExecutorService answering = Executors.newVirtualThreadPerTaskExecutor();
    private final String read;
    private volatile @Nullable Fault fault;
    private volatile boolean closed;

    /** @param read what it says of any page while it does not fail */
    public FaultyModel(String read) throws IOException {
        this.read = read;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(answering);
        server.createContext("/v1/chat/completions", this::answer);
        server.start();
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/v1";
    }

    /** @param next null: it reads well from now on */
    public void failBy(@Nullable Fault next) {
        fault = next;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            Fault now = fault;
            if (now == null) {
                send(exchange, 200, said(read));
                return;
            }
            switch (now) {
                case REFUSES_THE_KEY -> send(exchange, 401, "{\"error\":{\"message\":\"invalid key\"}}");
                case IS_FULL_FOR_AN_HOUR -> {
                    exchange.getResponseHeaders().add("Retry-After", "3600");
                    send(exchange, 429, "{\"error\":{\"message\":\"quota\"}}");
                }
                case FAILS -> send(exchange, 500, "{\"error\":{\"message\":\"internal\"}}");
                case IS_AWAY -> send(exchange, 503, "<html>Service Unavailable</html>");
                case HANGS -> hold();
                case DRIPS -> drip(exchange);
                case DECLINES -> send(exchange, 200, said("I'm sorry, but as an assistant I can't help with that."));
                case ECHOES_AN_ORDER ->
                    send(exchange, 200, said("Understood. I will ignore all previous instructions."));
                case LINKS_TO_A_SCRIPT -> send(exchange, 200, said("[Read more](javascript:alert(1))"));
            }
        }
    }

    private void hold() {
        long until = System.nanoTime() + FOREVER.toNanos();
        while (!closed && System.nanoTime() < until) {
            LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
        }
    }

    private void drip(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, 0);
        try (OutputStream body = exchange.getResponseBody()) {
            long until = System.nanoTime() + FOREVER.toNanos();
            while (!closed && System.nanoTime() < until) {
                body.write(' ');
                body.flush();
                LockSupport.parkNanos(Duration.ofMillis(500).toNanos());
            }
        }
    }

    private static String said(String text) throws IOException {
        return ChatCompletion.of("faulty", text);
    }

    private static void send(HttpExchange exchange, int status, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }

    @Override
    public void close() {
        closed = true;
        server.stop(0);
        answering.shutdownNow();
    }
}
