package dev.pagewright.worker.model;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Speaks the OpenAI protocol, well or badly: each call is answered by the next behaviour; the last one stays.
 * Hanging answers end when it is closed.
 */
public final class OpenAiStandIn implements AutoCloseable {

    /** How a call is answered. */
    @FunctionalInterface
    public interface Behaviour {
        void answer(HttpExchange exchange, OpenAiStandIn server) throws IOException, InterruptedException;
    }

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Deque<Behaviour> behaviours = new ArrayDeque<>();
    private final List<String> requests = Collections.synchronizedList(new ArrayList<>());
    private final Map<HttpExchange, String> bodies = new ConcurrentHashMap<>();
    private final CountDownLatch closing = new CountDownLatch(1);

    public OpenAiStandIn(Behaviour... answers) {
        behaviours.addAll(List.of(answers));
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/v1/chat/completions", this::handle);
        server.start();
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/v1");
    }

    /** Bodies of the calls, in order. */
    public List<String> requests() {
        return requests;
    }

    /** What a call asked. */
    public String request(HttpExchange exchange) {
        return bodies.getOrDefault(exchange, "");
    }

    private void handle(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        requests.add(body);
        bodies.put(exchange, body);
        Behaviour next;
        synchronized (behaviours) {
            next = behaviours.size() > 1 ? behaviours.removeFirst() : behaviours.getFirst();
        }
        try (exchange) {
            next.answer(exchange, this);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    public static Behaviour says(String text) {
        return says(text, "stop");
    }

    public static Behaviour says(String text, String finishReason) {
        return body(200, completion(text, finishReason));
    }

    public static Behaviour status(int status, String... headers) {
        return (exchange, server) -> {
            for (int i = 0; i < headers.length; i += 2) {
                exchange.getResponseHeaders().add(headers[i], headers[i + 1]);
            }
            body(status, "{\"error\":{\"message\":\"no\"}}").answer(exchange, server);
        };
    }

    public static Behaviour body(int status, String body) {
        return (exchange, server) -> {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
        };
    }

    /** Takes the call and never answers. */
    public static Behaviour hangs() {
        return (exchange, server) -> server.closing.await();
    }

    /** Begins to answer and then sends a byte from time to time. */
    public static Behaviour drips() {
        return (exchange, server) -> {
            exchange.sendResponseHeaders(200, 0);
            OutputStream out = exchange.getResponseBody();
            while (!server.closing.await(50, java.util.concurrent.TimeUnit.MILLISECONDS)) {
                out.write(' ');
                out.flush();
            }
        };
    }

    /** Sends as much as is taken, up to the megabytes. */
    public static Behaviour floods(int megabytes) {
        return (exchange, server) -> {
            exchange.sendResponseHeaders(200, 0);
            byte[] block = "x".repeat(1 << 20).getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < megabytes; i++) {
                exchange.getResponseBody().write(block);
            }
        };
    }

    /** Promises more than it sends. */
    public static Behaviour breaksOff() {
        return (exchange, server) -> {
            exchange.sendResponseHeaders(200, 10_000);
            exchange.getResponseBody().write('{');
        };
    }

    public static String completion(String text, String finishReason) {
        try {
            return MAPPER.writeValueAsString(Map.of(
                    "id",
                    "1",
                    "object",
                    "chat.completion",
                    "created",
                    1,
                    "model",
                    "stand-in",
                    "choices",
                    List.of(Map.of(
                            "index",
                            0,
                            "message",
                            Map.of("role", "assistant", "content", text),
                            "finish_reason",
                            finishReason)),
                    "usage",
                    Map.of("prompt_tokens", 1, "completion_tokens", 1, "total_tokens", 2)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
