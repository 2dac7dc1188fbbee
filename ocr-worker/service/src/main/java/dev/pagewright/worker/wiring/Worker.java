package dev.pagewright.worker.wiring;

import dev.pagewright.blob.BlobStore;
import dev.pagewright.event.BrokerAccess;
import dev.pagewright.fence.Fence;
import dev.pagewright.security.SecretSealer;
import dev.pagewright.worker.model.ModelClient;
import dev.pagewright.worker.model.ModelSettings;
import dev.pagewright.worker.queue.OutcomeSender;
import dev.pagewright.worker.queue.PageQueue;
import dev.pagewright.worker.queue.Presence;
import dev.pagewright.worker.queue.QueueMeters;
import dev.pagewright.worker.queue.WorkerParts;
import dev.pagewright.worker.queue.WorkerSettings;
import dev.pagewright.worker.queue.originals.Originals;
import dev.pagewright.worker.queue.quarantine.Quarantine;
import dev.pagewright.worker.reading.PageReader;
import dev.pagewright.worker.reading.PageReaders;
import dev.pagewright.worker.reading.ReaderSettings;
import dev.pagewright.worker.translation.JobTranslation;
import dev.pagewright.worker.translation.PageTranslator;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.nio.file.Path;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The service's life. Engines are loaded in the background: health can be asked meanwhile, and says that the worker is
 * not ready. A worker that cannot read, or has lost too many threads, ends; whoever runs it starts it again.
 */
@ApplicationScoped
class Worker {

    private static final Logger LOG = Logger.getLogger(Worker.class);
    private static final int CANNOT_START = 1;
    private static final int THREADS_LOST = 70;

    private final WorkerSettings settings;
    private final ReadingConfiguration reading;
    private final VisionConfig vision;
    private final TranslationConfig translation;
    private final BlobStore blobs;
    private final SecretSealer sealer;
    private final QueueMeters meters;
    private final BrokerAccess access;
    private final Fence fence;
    private final int port;
    private final Thread starting = Thread.ofPlatform().name("start").daemon().unstarted(this::open);
    private volatile @Nullable PageReader reader;
    private volatile @Nullable PageTranslator translator;
    private volatile @Nullable OutcomeSender outcomes;
    private volatile @Nullable Presence presence;
    private volatile @Nullable PageQueue queue;

    Worker(
            WorkerSettings settings,
            ReadingConfiguration reading,
            VisionConfig vision,
            TranslationConfig translation,
            BlobStore blobs,
            SecretSealer sealer,
            QueueMeters meters,
            BrokerAccess access,
            Fence fence,
            @ConfigProperty(name = "quarkus.http.port") int port) {
        this.settings = settings;
        this.reading = reading;
        this.vision = vision;
        this.translation = translation;
        this.blobs = blobs;
        this.sealer = sealer;
        this.meters = meters;
        this.access = access;
        this.fence = fence;
        this.port = port;
    }

    void start(@Observes StartupEvent event) {
        starting.start();
    }

    private void open() {
        try {
            ReaderSettings engines = reading.reader().with(vision.settings());
            PageReader opened = PageReaders.open(engines);
            reader = opened;
            ModelSettings model = translation.settings();
            PageTranslator translates = model == null ? null : new PageTranslator(new ModelClient(model));
            translator = translates;
            OutcomeSender sender = new OutcomeSender(access);
            outcomes = sender;
            PageQueue lanes =
                    new PageQueue(access, parts(opened, engines, translates, sender), settings, this::restart);
            queue = lanes;
            lanes.start();
            Presence told = new Presence(
                    UUID.randomUUID().toString(),
                    opened,
                    translates == null ? null : translates.modelName(),
                    settings.threadsOrCores(),
                    settings.visionSlots(),
                    sender);
            presence = told;
            told.start();
        } catch (IOException | RuntimeException | Error e) {
            LOG.fatal("the worker cannot start", e);
            Quarkus.asyncExit(CANNOT_START);
        }
    }

    private WorkerParts parts(
            PageReader opened, ReaderSettings engines, @Nullable PageTranslator translates, OutcomeSender sender)
            throws IOException {
        Path cache = reading.cacheDirectory();
        return new WorkerParts(
                opened,
                quarantine(engines, cache),
                new Originals(blobs, cache.resolve("originals-" + port), settings.cacheBytes()),
                blobs,
                sealer,
                new JobTranslation(translates, blobs),
                sender,
                meters);
    }

    private Quarantine quarantine(ReaderSettings engines, Path cache) {
        return new Quarantine(
                QuarantineProcess.program(
                        engines,
                        settings.quarantine().heapMegabytes(),
                        settings.quarantine().addressSpaceMegabytes()),
                fence,
                cache.resolve("quarantine-" + port),
                settings.quarantine().start(),
                settings.quarantine().diskMegabytes() * 1_000_000L,
                Math.max(1, settings.threadsOrCores() / 2));
    }

    private void restart() {
        LOG.error("too many threads are lost in pages: the worker ends, to be started again");
        Quarkus.asyncExit(THREADS_LOST);
    }

    /** Engines are loaded and the broker hears what the worker tells. */
    boolean ready() {
        Presence told = presence;
        return told != null && told.heard() && blobs.available();
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        if (presence != null) {
            presence.close();
        }
        // an engine that a thread is still in must not be taken from under it: the process ends anyway
        boolean idle = queue == null || queue.stop();
        if (outcomes != null) {
            outcomes.close();
        }
        if (translator != null) {
            translator.close();
        }
        if (reader != null && idle) {
            reader.close();
        }
    }
}
