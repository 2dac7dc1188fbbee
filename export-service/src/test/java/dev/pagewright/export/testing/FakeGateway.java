package dev.pagewright.export.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.pagewright.contract.JobRecord;
import dev.pagewright.contract.JobRecordCodec;
import dev.pagewright.document.PageResult;
import dev.pagewright.document.stored.PageLineCodec;
import dev.pagewright.document.testing.SamplePages;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** The gateway's inner API over what a test puts in. */
public final class FakeGateway implements QuarkusTestResourceLifecycleManager {

    public static final String TOKEN = "a token between services";

    private static final Map<String, JobRecord> JOBS = new ConcurrentHashMap<>();
    private static final Map<String, byte[]> PAGES = new ConcurrentHashMap<>();
    private static final Map<String, byte[]> FILES = new ConcurrentHashMap<>();
    private static final Set<String> ENDLESS = ConcurrentHashMap.newKeySet();
    private static final AtomicInteger READINGS = new AtomicInteger();
    private static final AtomicInteger ORIGINALS = new AtomicInteger();

    private @Nullable HttpServer server;

    public static void put(JobRecord job, byte[] original, List<PageResult> pages) {
        JOBS.put(job.uuid(), job);
        FILES.keySet().removeIf(path -> path.contains(job.uuid()));
        FILES.put("/inner/v1/jobs/" + job.uuid() + "/original", original);
        var lines = new ByteArrayOutputStream();
        for (PageResult page : pages) {
            byte[] line = PageLineCodec.write(page);
            lines.writeBytes(line);
            PAGES.put("/inner/v1/jobs/" + job.uuid() + "/pages/" + page.index(), line);
        }
        PAGES.put("/inner/v1/jobs/" + job.uuid() + "/pages", lines.toByteArray());
        ENDLESS.remove("/inner/v1/jobs/" + job.uuid() + "/pages");
        READINGS.set(0);
        ORIGINALS.set(0);
    }

    /** A job whose pages come as long as somebody reads them. */
    public static void putEndless(JobRecord job, byte[] original) {
        put(job, original, List.of());
        ENDLESS.add("/inner/v1/jobs/" + job.uuid() + "/pages");
    }

    /** The job is gone. */
    public static void remove(String id) {
        JOBS.remove(id);
        PAGES.keySet().removeIf(path -> path.contains(id));
        FILES.keySet().removeIf(path -> path.contains(id));
    }

    /** How often an upload was asked for since the last {@link #put}. */
    public static int originals() {
        return ORIGINALS.get();
    }

    /** How often pages were asked for since the last {@link #put}. */
    public static int readings() {
        return READINGS.get();
    }

    @Override
    public Map<String, String> start() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/inner/v1/jobs/", FakeGateway::answer);
        server.start();
        return Map.of(
                "pagewright.gateway.inner-url",
                "http://127.0.0.1:" + server.getAddress().getPort(),
                "pagewright.service-token",
                TOKEN,
                "pagewright.secret-key",
                "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=",
                "quarkus.http.test-port",
                "0");
    }

    @Override
    public void stop() {
        if (server != null) {
            server.stop(0);
        }
    }

    private static void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        byte[] body = exchange.getRequestBody().readAllBytes();
        if (!("Bearer " + TOKEN).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            send(exchange, 401, new byte[0]);
        } else if (exchange.getRequestMethod().equals("PUT")) {
            FILES.put(path, body);
            send(exchange, 204, new byte[0]);
        } else if (ENDLESS.contains(path)) {
            sendPages(exchange);
        } else {
            byte[] found = found(path);
            send(exchange, found == null ? 404 : 200, found == null ? new byte[0] : found);
        }
    }

    private static void sendPages(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, 0);
        try (exchange) {
            for (int index = 0; true; index++) {
                exchange.getResponseBody().write(PageLineCodec.write(new PageResult.Read(SamplePages.article(index))));
            }
        }
    }

    private static byte @Nullable [] found(String path) {
        if (PAGES.containsKey(path)) {
            READINGS.incrementAndGet();
            return PAGES.get(path);
        }
        if (path.endsWith("/original")) {
            ORIGINALS.incrementAndGet();
        }
        JobRecord job = JOBS.get(path.substring(path.lastIndexOf('/') + 1));
        return job == null ? FILES.get(path) : JobRecordCodec.write(job);
    }

    private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, status == 204 || body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
        exchange.close();
    }
}
