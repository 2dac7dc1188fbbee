package dev.pagewright.gateway.job;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import dev.pagewright.blob.DirectoryBlobStore;
import dev.pagewright.contract.JobJson;
import dev.pagewright.contract.JobRecord;
import dev.pagewright.contract.PageJson;
import dev.pagewright.document.stored.PageCodec;
import dev.pagewright.document.stored.PageLimits;
import dev.pagewright.document.testing.LargePages;
import dev.pagewright.gateway.store.Jobs;
import dev.pagewright.spool.Spool;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * A process that answers with one large job many times at once, as the gateway does, and prints the bytes of each
 * answer. Some clients stop reading until all others have their answer.
 */
final class LargeJobReads {

    private static final JsonFactory JSON =
            JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

    private LargeJobReads() {}

    /** @param arguments folder, pages, clients, clients that stop reading */
    public static void main(String[] arguments) throws Exception {
        var blobs = new DirectoryBlobStore(Path.of(arguments[0]));
        int pages = Integer.parseInt(arguments[1]);
        int clients = Integer.parseInt(arguments[2]);
        int stopped = Integer.parseInt(arguments[3]);
        List<Jobs.PageRow> rows = new ArrayList<>();
        for (int i = 0; i < pages; i++) {
            blobs.put("page-" + i, PageCodec.writeNew(LargePages.words(i, PageLimits.WORDS)));
            rows.add(new Jobs.PageRow(i, i + 1, "done", "page-" + i, null, null, null));
        }
        var documents = new PageDocuments(blobs);
        var others = new CountDownLatch(clients);
        try (ExecutorService threads = Executors.newFixedThreadPool(clients + stopped)) {
            List<Future<Long>> answers = new ArrayList<>();
            for (int i = 0; i < stopped; i++) {
                answers.add(threads.submit(() -> answer(documents, rows, new Client(others))));
            }
            for (int i = 0; i < clients; i++) {
                answers.add(threads.submit(() -> {
                    long bytes = answer(documents, rows, new Client(new CountDownLatch(0)));
                    others.countDown();
                    return bytes;
                }));
            }
            for (Future<Long> answer : answers) {
                System.out.println(answer.get());
            }
        }
    }

    private static long answer(PageDocuments documents, List<Jobs.PageRow> rows, Client client) throws IOException {
        try (Spool made = new Spool();
                JsonGenerator json = JSON.createGenerator(made);
                PacedPages paced = new PacedPages(documents, rows, made, client)) {
            JobJson.write(json, job(rows.size()), paced, new PageJson.Options(true, false));
            json.flush();
            paced.send();
        }
        return client.bytes;
    }

    private static JobRecord job(int pages) {
        return new JobRecord(
                "0".repeat(32),
                "1".repeat(32),
                "done",
                "cpu",
                "auto",
                null,
                null,
                "auto",
                null,
                "large.pdf",
                "application/pdf",
                1,
                pages,
                pages,
                pages,
                0,
                1.0,
                "en",
                1,
                null,
                null,
                Instant.EPOCH,
                null,
                null,
                null,
                null);
    }

    /** Counts what it gets, once it reads. */
    private static final class Client extends OutputStream {

        private final CountDownLatch reads;
        private long bytes;

        Client(CountDownLatch reads) {
            this.reads = reads;
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] content, int offset, int length) throws IOException {
            try {
                if (!reads.await(5, TimeUnit.MINUTES)) {
                    throw new IOException("the others were not answered");
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException(e);
            }
            bytes += length;
        }
    }
}
