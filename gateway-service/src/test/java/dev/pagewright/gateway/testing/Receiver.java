package dev.pagewright.gateway.testing;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;

/** Listens for webhooks on every address of this machine, and answers as the test says. */
public final class Receiver implements AutoCloseable {

    /** What came in. */
    public record Call(String path, Map<String, List<String>> headers, String body) {

        public String header(String name) {
            return headers.entrySet().stream()
                    .filter(entry -> entry.getKey().equalsIgnoreCase(name))
                    .map(entry -> entry.getValue().getFirst())
                    .findFirst()
                    .orElse("");
        }
    }

    private final HttpServer server;
    private final BlockingQueue<Call> calls = new LinkedBlockingQueue<>();
    private volatile UnaryOperator<Integer> status = number -> 204;
    private int count;

    private Receiver(HttpServer server) {
        this.server = server;
    }

    public static Receiver start() throws IOException {
        Receiver receiver = new Receiver(HttpServer.create(new InetSocketAddress(0), 0));
        receiver.server.createContext("/", exchange -> {
            receiver.calls.add(new Call(
                    exchange.getRequestURI().toString(),
                    Map.copyOf(exchange.getRequestHeaders()),
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
            exchange.getResponseHeaders().set("Location", receiver.url("127.0.0.1", "/elsewhere"));
            exchange.sendResponseHeaders(receiver.status.apply(++receiver.count), -1);
            exchange.close();
        });
        receiver.server.start();
        return receiver;
    }

    /** @param newStatus of the answer to the call of a number, which counts from 1 */
    public void answer(UnaryOperator<Integer> newStatus) {
        status = newStatus;
    }

    public String url(String host, String path) {
        return "http://" + host + ":" + server.getAddress().getPort() + path;
    }

    /** The next call, awaited. */
    public Call next() throws InterruptedException {
        Call call = calls.poll(20, TimeUnit.SECONDS);
        if (call == null) {
            throw new AssertionError("no call came");
        }
        return call;
    }

    /** Calls that came and were not taken yet. */
    public int waiting() {
        return calls.size();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
