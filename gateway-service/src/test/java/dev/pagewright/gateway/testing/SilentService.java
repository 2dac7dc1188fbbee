package dev.pagewright.gateway.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.config.ConfigProvider;

/** Listens where the export service should, takes requests and never answers; sees when one is given up. */
public final class SilentService implements AutoCloseable {

    private final ServerSocket server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicInteger givenUp = new AtomicInteger();

    private SilentService(int port) throws IOException {
        server = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
        threads.execute(this::accept);
    }

    public static SilentService export() throws IOException {
        return new SilentService(URI.create(ConfigProvider.getConfig().getValue("pagewright.export-url", String.class))
                .getPort());
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket connection = server.accept();
                threads.execute(() -> hold(connection));
            } catch (IOException e) {
                return; // closed
            }
        }
    }

    private void hold(Socket connection) {
        try (connection) {
            asked.incrementAndGet();
            connection.getInputStream().transferTo(java.io.OutputStream.nullOutputStream());
            givenUp.incrementAndGet();
        } catch (IOException e) {
            givenUp.incrementAndGet();
        }
    }

    public int asked() {
        return asked.get();
    }

    /** Requests whose connection was ended by who asked. */
    public int givenUp() {
        return givenUp.get();
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.shutdownNow();
    }
}
