package dev.pagewright.system.hostile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** An HTTP/1.1 connection that sends whatever bytes it is given, right or wrong, and reads one answer (RFC 9112). */
public final class RawConnection implements AutoCloseable {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Duration CONNECT = Duration.ofSeconds(10);

    private final Socket socket;
    private final InputStream in;

    private RawConnection(Socket socket) throws IOException {
        this.socket = socket;
        this.in = new BufferedInputStream(socket.getInputStream());
    }

    public static RawConnection open(URI url) throws IOException {
        return open(url, 0);
    }

    /** @param receiveBuffer bytes that the kernel may hold unread; 0 for its own choice */
    public static RawConnection open(URI url, int receiveBuffer) throws IOException {
        Socket socket = new Socket();
        if (receiveBuffer > 0) {
            socket.setReceiveBufferSize(receiveBuffer);
        }
        socket.connect(new InetSocketAddress(url.getHost(), url.getPort()), (int) CONNECT.toMillis());
        socket.setTcpNoDelay(true);
        return new RawConnection(socket);
    }

    /** A final answer; interim ones (1xx) were read over. */
    public record Answer(int status, List<String> head, String body) {

        /** The code of a problem body (RFC 9457), or empty where the body is none. */
        public Optional<String> code() {
            try {
                JsonNode code = MAPPER.readTree(body).path("code");
                return code.isTextual() ? Optional.of(code.asText()) : Optional.empty();
            } catch (IOException e) {
                return Optional.empty();
            }
        }
    }

    public RawConnection send(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
        return this;
    }

    /** @param text sent as ISO 8859-1, a byte a character */
    public RawConnection send(String text) throws IOException {
        return send(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** @return empty where the server closes without an answer */
    public Optional<Answer> answer(Duration patience) throws IOException {
        socket.setSoTimeout((int) patience.toMillis());
        while (true) {
            List<String> head = head();
            if (head.isEmpty()) {
                return Optional.empty();
            }
            int status = Integer.parseInt(head.getFirst().split(" ", 3)[1]);
            if (status >= 200) {
                return Optional.of(new Answer(status, head, body(head)));
            }
        }
    }

    /** Reads one byte; whether there was one. */
    public boolean alive(Duration patience) throws IOException {
        socket.setSoTimeout((int) patience.toMillis());
        return in.read() >= 0;
    }

    private List<String> head() throws IOException {
        List<String> lines = new ArrayList<>();
        while (true) {
            String line = line();
            if (line == null || line.isEmpty()) {
                return lines;
            }
            lines.add(line);
        }
    }

    private @org.jspecify.annotations.Nullable String line() throws IOException {
        var line = new ByteArrayOutputStream();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                return null;
            }
            line.write(next);
        }
        return line.toString(StandardCharsets.ISO_8859_1).strip();
    }

    private String body(List<String> head) throws IOException {
        Optional<String> length = header(head, "content-length");
        if (length.isPresent()) {
            return new String(in.readNBytes(Integer.parseInt(length.get())), StandardCharsets.UTF_8);
        }
        if (header(head, "transfer-encoding").isPresent()) {
            return chunks();
        }
        return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }

    private String chunks() throws IOException {
        var body = new ByteArrayOutputStream();
        while (true) {
            String size = line();
            if (size == null) {
                throw new EOFException("the answer was cut off");
            }
            int bytes = Integer.parseInt(size.split(";", 2)[0].strip(), 16);
            body.writeBytes(in.readNBytes(bytes));
            line();
            if (bytes == 0) {
                return body.toString(StandardCharsets.UTF_8);
            }
        }
    }

    private static Optional<String> header(List<String> head, String name) {
        return head.stream()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(name + ":"))
                .map(line -> line.substring(name.length() + 1).strip())
                .findFirst();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            // it is gone either way
        }
    }
}
