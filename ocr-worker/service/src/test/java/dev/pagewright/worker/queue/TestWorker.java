package dev.pagewright.worker.queue;

import com.fasterxml.jackson.databind.node.NullNode;
import dev.pagewright.blob.BlobStore;
import dev.pagewright.event.BrokerAccess;
import dev.pagewright.fence.Fence;
import dev.pagewright.fence.FenceMode;
import dev.pagewright.fence.Reach;
import dev.pagewright.security.SecretSealer;
import dev.pagewright.worker.queue.originals.Originals;
import dev.pagewright.worker.queue.quarantine.ChildCommand;
import dev.pagewright.worker.queue.quarantine.CrashingChild;
import dev.pagewright.worker.queue.quarantine.Quarantine;
import dev.pagewright.worker.queue.quarantine.ReaderProgram;
import dev.pagewright.worker.reading.PageReader;
import dev.pagewright.worker.translation.JobTranslation;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;

/** A whole worker but for the service around it, with a reader of the test's; its quarantine crashes unless told otherwise. */
final class TestWorker implements AutoCloseable {

    private final OutcomeSender outcomes;
    private final PageQueue queue;
    final CountDownLatch ended = new CountDownLatch(1);

    TestWorker(TestBroker broker, BlobStore blobs, Path directory, PageReader reader, WorkerSettings settings)
            throws IOException {
        this(broker.access(), broker.access(), blobs, directory, reader, settings);
    }

    /** @param outcomeAccess where outcomes go; nobody need be there */
    TestWorker(
            BrokerAccess access,
            BrokerAccess outcomeAccess,
            BlobStore blobs,
            Path directory,
            PageReader reader,
            WorkerSettings settings)
            throws IOException {
        this(access, outcomeAccess, blobs, directory, reader, settings, CrashingChild.class);
    }

    /** @param quarantined main class of the process that reads a page in quarantine */
    TestWorker(
            BrokerAccess access,
            BrokerAccess outcomeAccess,
            BlobStore blobs,
            Path directory,
            PageReader reader,
            WorkerSettings settings,
            Class<?> quarantined)
            throws IOException {
        outcomes = new OutcomeSender(outcomeAccess);
        var parts = new WorkerParts(
                reader,
                new Quarantine(
                        new ReaderProgram(
                                ChildCommand.of(quarantined.getName(), 64, 0),
                                options -> NullNode.getInstance(),
                                options -> Reach.NONE),
                        Fence.of(FenceMode.IF_THERE),
                        directory.resolve("quarantine"),
                        Duration.ofSeconds(30),
                        1 << 20,
                        1),
                new Originals(blobs, directory.resolve("originals"), settings.cacheBytes()),
                blobs,
                new SecretSealer("AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8="),
                new JobTranslation(null, blobs),
                outcomes,
                new QueueMeters(new SimpleMeterRegistry()));
        queue = new PageQueue(access, parts, settings, ended::countDown);
    }

    void start() {
        queue.start();
    }

    @Override
    public void close() {
        try {
            queue.stop();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        outcomes.close();
    }
}
