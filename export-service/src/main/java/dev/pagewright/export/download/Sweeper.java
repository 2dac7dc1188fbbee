package dev.pagewright.export.download;

import dev.pagewright.blob.Leftovers;
import dev.pagewright.export.image.Pictures;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Removes temporary files: all that a process before this one left, and now and then what is left of requests. */
@Singleton
class Sweeper {

    private static final Logger LOG = Logger.getLogger(Sweeper.class);

    private final DownloadSettings settings;
    private final Pictures pictures;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("sweeper").daemon().factory());

    Sweeper(DownloadSettings settings, Pictures pictures) {
        this.settings = settings;
        this.pictures = pictures;
    }

    void start(@Observes StartupEvent event) throws IOException {
        sweep(Instant.MAX);
        long period = settings.sweep().toMillis();
        var unused = clock.scheduleWithFixedDelay(this::sweepLeft, period, period, TimeUnit.MILLISECONDS);
    }

    void stop(@Observes ShutdownEvent event) {
        clock.shutdownNow();
    }

    /** A sweep that fails must not be the last. */
    private void sweepLeft() {
        try {
            sweep(Instant.now().minus(settings.left()));
        } catch (IOException | RuntimeException e) {
            LOG.warnf("temporary files were not swept: %s", e.getMessage());
        }
    }

    private void sweep(Instant before) throws IOException {
        int swept = Leftovers.sweep(settings.directory(), before, file -> false) + pictures.sweep(before);
        if (swept > 0) {
            LOG.infof("%d temporary files were left of earlier requests", swept);
        }
    }
}
