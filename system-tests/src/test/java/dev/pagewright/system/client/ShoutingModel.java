package dev.pagewright.system.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A chat model on loopback that "translates" into capitals, which leaves numbers alone and is easy to recognise. */
public final class ShoutingModel implements AutoCloseable {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final HttpServer server;

    public ShoutingModel() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v1/chat/completions", ShoutingModel::answer);
        server.start();
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/v1";
    }

    private static void answer(HttpExchange exchange) throws IOException {
        JsonNode asked = MAPPER.readTree(exchange.getRequestBody());
        String text = asked.at("/messages/1/content").asText();
        String part = text.substring(text.indexOf("<text>") + 6, text.indexOf("</text>"));
        Map<String, Object> message = Map.of("role", "assistant", "content", part.toUpperCase(Locale.ROOT));
        byte[] body = MAPPER.writeValueAsBytes(Map.of(
                "id",
                "1",
                "object",
                "chat.completion",
                "model",
                "shouting",
                "choices",
                List.of(Map.of("index", 0, "message", message, "finish_reason", "stop"))));
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
