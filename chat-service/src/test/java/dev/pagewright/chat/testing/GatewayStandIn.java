package dev.pagewright.chat.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.pagewright.contract.JobRecord;
import dev.pagewright.contract.JobRecordCodec;
import dev.pagewright.document.Page;
import dev.pagewright.document.PageResult;
import dev.pagewright.document.stored.PageLineCodec;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;

/** The gateway's inner API over jobs that a test puts into it. */
public final class GatewayStandIn implements AutoCloseable {

    /** Jobs of this JVM's tests: the record and the pages' lines. */
    private static final Map<String, Job> JOBS = new ConcurrentHashMap<>();

    private record Job(String document, String pages) {}

    private final HttpServer server;

    private GatewayStandIn(HttpServer server) {
        this.server = server;
    }

    static GatewayStandIn start(String token) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/inner/v1/jobs/", exchange -> {
            boolean known =
                    ("Bearer " + token).equals(exchange.getRequestHeaders().getFirst("Authorization"));
            byte[] body = known ? body(exchange.getRequestURI().getPath()) : new byte[0];
            answer(exchange, known ? body.length == 0 ? 404 : 200 : 401, body);
        });
        server.start();
        return new GatewayStandIn(server);
    }

    private static byte[] body(String path) {
        String[] parts = path.split("/", -1); // "", inner, v1, jobs, ID[, pages]
        Job job = JOBS.get(parts[4]);
        return job == null
                ? new byte[0]
                : (parts.length > 5 ? job.pages : job.document).getBytes(StandardCharsets.UTF_8);
    }

    private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
        try (exchange) {
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** A finished job with these pages. */
    public static void put(String jobId, String accountId, List<Page> pages) {
        put(
                jobId,
                accountId,
                "done",
                pages.stream().<PageResult>map(PageResult.Read::new).toList());
    }

    public static void put(String jobId, String accountId, String status, List<PageResult> pages) {
        var lines = new ByteArrayOutputStream();
        pages.forEach(page -> lines.writeBytes(PageLineCodec.write(page)));
        byte[] job = JobRecordCodec.write(document(jobId, accountId, status, pages.size()));
        JOBS.put(jobId, new Job(new String(job, StandardCharsets.UTF_8), lines.toString(StandardCharsets.UTF_8)));
    }

    public static void remove(String jobId) {
        JOBS.remove(jobId);
    }

    private static JobRecord document(String jobId, String accountId, String status, int pages) {
        Instant time = Instant.parse("2026-11-24T10:00:00Z");
        return new JobRecord(
                jobId,
                accountId,
                status,
                "cpu",
                "auto",
                null,
                null,
                "auto",
                null,
                "report.pdf",
                "application/pdf",
                1000,
                pages,
                pages,
                pages,
                0,
                0.95,
                "en",
                1,
                null,
                null,
                time,
                time,
                time,
                null,
                null);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
