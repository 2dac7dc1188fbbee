package dev.pagewright.gateway.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** One connection to the gateway, octet by octet: what an HTTP library would not send. */
public final class RawClient implements AutoCloseable {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Socket socket;

    private RawClient(Socket socket) {
        this.socket = socket;
    }

    /** @param headers by name in lower case */
    public record Answer(int status, Map<String, String> headers, String text) {

        public String header(String name) {
            return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
        }

        public JsonNode json() throws IOException {
            return MAPPER.readTree(text);
        }
    }

    /** @param patience for each octet that is read */
    public static RawClient connect(Duration patience) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), Api.port());
        socket.setSoTimeout((int) patience.toMillis());
        return new RawClient(socket);
    }

    /** Sends one request on a connection of its own. */
    public static Answer exchange(String head, byte[] body) throws IOException {
        try (RawClient client = connect(Duration.ofSeconds(60))) {
            client.send(head);
            client.send(body);
            return client.answer();
        }
    }

    /** The head of an upload, up to its empty line; more lines go between. */
    public static String upload(String token, String... lines) {
        return "POST /api/v1/ocr/ HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + token + "\r\n"
                + String.join("\r\n", lines) + "\r\n\r\n";
    }

    public void send(String text) throws IOException {
        send(text.getBytes(StandardCharsets.UTF_8));
    }

    public void send(byte[] octets) throws IOException {
        socket.getOutputStream().write(octets);
        socket.getOutputStream().flush();
    }

    /** The next answer, an interim one too. */
    public Answer answer() throws IOException {
        return answer(false);
    }

    /** @param head whether it is the answer to HEAD, which has no body whatever its headers say */
    public Answer answer(boolean head) throws IOException {
        InputStream in = socket.getInputStream();
        String status = line(in);
        Map<String, String> headers = new TreeMap<>();
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            String[] header = line.split(":", 2);
            headers.put(header[0].toLowerCase(Locale.ROOT), header[1].strip());
        }
        return new Answer(
                Integer.parseInt(status.split(" ", 3)[1]),
                headers,
                head ? "" : new String(body(in, headers), StandardCharsets.UTF_8));
    }

    private static byte[] body(InputStream in, Map<String, String> headers) throws IOException {
        if (!"chunked".equals(headers.get("transfer-encoding"))) {
            return in.readNBytes(Integer.parseInt(headers.getOrDefault("content-length", "0")));
        }
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (int size = Integer.parseInt(line(in), 16); size > 0; size = Integer.parseInt(line(in), 16)) {
            body.writeBytes(in.readNBytes(size));
            line(in);
        }
        line(in);
        return body.toByteArray();
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int octet = in.read(); octet != '\n'; octet = in.read()) {
            if (octet < 0) {
                throw new EOFException("closed after \"" + line + "\"");
            }
            if (octet != '\r') {
                line.append((char) octet);
            }
        }
        return line.toString();
    }

    /** Whether the other side has closed the connection, which is waited for. */
    public boolean closed() throws IOException {
        InputStream in = socket.getInputStream();
        int octet = in.read();
        while (octet >= 0) {
            octet = in.read();
        }
        return true;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
