package dev.pagewright.gateway.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** A client that asks and then reads as it likes, or not at all. */
public final class SlowReader implements AutoCloseable {

    private static final int RECEIVE_BUFFER = 4096;

    private static final String STATUS = "HTTP/1.1 200";

    private final Socket socket;
    private final BufferedReader answer;
    private int status;

    private SlowReader(Socket socket) throws IOException {
        this.socket = socket;
        this.answer = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
    }

    /** Sends a GET and reads nothing of its answer. */
    public static SlowReader get(String path, String token) throws IOException {
        var socket = new Socket();
        socket.setReceiveBufferSize(RECEIVE_BUFFER); // before it is connected: the window is told then
        socket.setSoTimeout(60_000);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), Api.port()), 10_000);
        socket.getOutputStream()
                .write("GET %s HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer %s\r\n\r\n"
                        .formatted(path, token)
                        .getBytes(StandardCharsets.US_ASCII));
        return new SlowReader(socket);
    }

    /** Whether the head of the answer has come; reads its status and not more. */
    public boolean answered() throws IOException {
        if (status == 0 && socket.getInputStream().available() >= STATUS.length()) {
            byte[] line = socket.getInputStream().readNBytes(STATUS.length());
            status = Integer.parseInt(new String(line, StandardCharsets.US_ASCII).substring(STATUS.length() - 3));
        }
        return status != 0;
    }

    /** Of the answer, once it has been seen to come. */
    public int status() {
        return status;
    }

    /** Whether the server has given the connection up; a line more is what tells a client that does not read. */
    public boolean disconnected() {
        try {
            socket.getOutputStream().write("\r\n".getBytes(StandardCharsets.US_ASCII));
            return false;
        } catch (IOException e) {
            return true;
        }
    }

    /** Reads to the first line that is meant. */
    public String line(Predicate<String> wanted) throws IOException {
        for (String line = answer.readLine(); line != null; line = answer.readLine()) {
            if (wanted.test(line)) {
                return line;
            }
        }
        throw new IOException("the answer has no such line");
    }

    /** Some characters of what comes next. */
    public String start() throws IOException {
        char[] some = new char[400];
        int read = answer.read(some);
        return new String(some, 0, Math.max(0, read));
    }

    /** Everything from here to the end of the connection or of the chunked body. */
    public Stream<String> rest() {
        return answer.lines().takeWhile(line -> !line.equals("0"));
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
