package dev.pagewright.chat.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** An endpoint that speaks the OpenAI protocol, streaming, and says what a test wants. */
public final class OpenAiStandIn implements AutoCloseable {

    /** How the endpoint behaves. */
    public enum Mood {
        ANSWERS,
        FAILS,
        STALLS,
        TALKS_NONSENSE,
        BREAKS_OFF,
        NEVER_ENDS
    }

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final List<String> prompts = Collections.synchronizedList(new ArrayList<>());
    private volatile Mood mood = Mood.ANSWERS;
    private volatile Function<String, String> says = prompt -> "";

    public OpenAiStandIn() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        server.setExecutor(threads);
        server.createContext("/v1/chat/completions", this::answer);
        server.start();
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/v1";
    }

    /** @param answer from the last message of the request */
    public void says(Function<String, String> answer) {
        mood = Mood.ANSWERS;
        says = answer;
    }

    public void is(Mood other) {
        mood = other;
    }

    /** The last messages of all requests, in order. */
    public List<String> prompts() {
        return List.copyOf(prompts);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            JsonNode request = MAPPER.readTree(exchange.getRequestBody());
            JsonNode messages = request.path("messages");
            String prompt = messages.path(messages.size() - 1).path("content").asText();
            prompts.add(prompt);
            switch (mood) {
                case FAILS -> exchange.sendResponseHeaders(500, -1);
                case STALLS -> stall();
                case TALKS_NONSENSE ->
                    stream(exchange, out -> out.write("data: {\"choices\": [[[\n\n".getBytes(StandardCharsets.UTF_8)));
                case BREAKS_OFF -> stream(exchange, out -> token(out, "It is"));
                case NEVER_ENDS ->
                    stream(exchange, out -> {
                        for (int i = 0; i < 100_000; i++) {
                            token(out, "and so on [1] ");
                        }
                    });
                case ANSWERS ->
                    stream(exchange, out -> {
                        for (String piece : says.apply(prompt).split("(?<= )", -1)) {
                            token(out, piece);
                        }
                        out.write("data: [DONE]\n\n".getBytes(StandardCharsets.UTF_8));
                    });
            }
        }
    }

    private void stall() {
        try {
            closing.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @FunctionalInterface
    private interface Body {
        void write(OutputStream out) throws IOException;
    }

    private static void stream(HttpExchange exchange, Body body) throws IOException {
        exchange.getResponseHeaders().add("Content-Type", "text/event-stream");
        exchange.sendResponseHeaders(200, 0);
        body.write(exchange.getResponseBody());
    }

    private static void token(OutputStream out, String text) throws IOException {
        String json = MAPPER.writeValueAsString(Map.of(
                "id", "1",
                "object", "chat.completion.chunk",
                "choices", List.of(Map.of("index", 0, "delta", Map.of("content", text)))));
        out.write(("data: " + json + "\n\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
