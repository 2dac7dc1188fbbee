package dev.pagewright.system.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * A chat model on loopback that "translates" by turning each word round: into no language that there is, easy to
 * recognise, and with all numbers left alone.
 */
public final class TurningModel implements AutoCloseable {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Pattern WORD = Pattern.compile("\\p{L}+");

    private final HttpServer server;

    public TurningModel() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v1/chat/completions", TurningModel::answer);
        server.start();
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/v1";
    }

    /** What it makes of a text. */
    public static String turned(String text) {
        return WORD.matcher(text)
                .replaceAll(word -> new StringBuilder(word.group()).reverse().toString());
    }

    private static void answer(HttpExchange exchange) throws IOException {
        JsonNode asked = MAPPER.readTree(exchange.getRequestBody());
        String text = asked.at("/messages/1/content").asText();
        String part = text.substring(text.indexOf("<text>") + 6, text.indexOf("</text>"));
        byte[] body = ChatCompletion.of("turning", turned(part)).getBytes(StandardCharsets.UTF_8);
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
