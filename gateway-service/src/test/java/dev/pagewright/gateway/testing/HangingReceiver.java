package dev.pagewright.gateway.testing;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Takes connections at many ports and never answers; some drip bytes of an answer that never ends. */
public final class HangingReceiver implements AutoCloseable {

    private static final byte[] DRIP =
            "HTTP/1.1 200 OK\r\nX-Drip: ".getBytes(java.nio.charset.StandardCharsets.US_ASCII);

    private final List<ServerSocket> servers = new ArrayList<>();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger connections = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();

    /** Listens at so many ports of loopback; every third drips. */
    public static HangingReceiver start(int ports) throws IOException {
        HangingReceiver receiver = new HangingReceiver();
        for (int i = 0; i < ports; i++) {
            ServerSocket server = new ServerSocket();
            server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 200);
            receiver.servers.add(server);
            boolean drips = i % 3 == 0;
            Thread.ofVirtual().start(() -> receiver.accept(server, drips));
        }
        return receiver;
    }

    public List<String> urls() {
        return servers.stream()
                .map(server -> "http://127.0.0.1:" + server.getLocalPort() + "/hook")
                .toList();
    }

    /** Connections that came so far. */
    public int connections() {
        return connections.get();
    }

    /** Connections that were open at once, at most. */
    public int most() {
        return most.get();
    }

    private void accept(ServerSocket server, boolean drips) {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                connections.incrementAndGet();
                open.add(socket);
                most.accumulateAndGet(open.size(), Math::max);
                Thread.ofVirtual().start(() -> hold(socket, drips));
            } catch (IOException e) {
                return; // closed
            }
        }
    }

    private void hold(Socket socket, boolean drips) {
        try (socket) {
            socket.setSoTimeout(drips ? 200 : 0);
            int sent = 0;
            while (true) {
                try {
                    if (socket.getInputStream().read(new byte[4096]) < 0) {
                        return;
                    }
                } catch (java.net.SocketTimeoutException e) {
                    socket.getOutputStream().write(sent < DRIP.length ? DRIP[sent] : 'x');
                    socket.getOutputStream().flush();
                    sent++;
                }
            }
        } catch (SocketException e) {
            // the caller has had enough
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } finally {
            open.remove(socket);
        }
    }

    @Override
    public void close() throws IOException {
        for (ServerSocket server : servers) {
            server.close();
        }
        for (Socket socket : open) {
            socket.close();
        }
    }
}
