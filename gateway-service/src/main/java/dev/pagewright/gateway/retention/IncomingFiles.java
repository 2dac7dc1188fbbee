package dev.pagewright.gateway.retention;

import dev.pagewright.blob.DirectoryBlobStore;
import dev.pagewright.blob.Leftovers;
import dev.pagewright.gateway.background.BackgroundLoop;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import org.jboss.logging.Logger;

/** Removes files on their way in whose gateway died before they arrived: at start, and now and then. */
@ApplicationScoped
class IncomingFiles {

    private static final Logger LOG = Logger.getLogger(IncomingFiles.class);

    private final DirectoryBlobStore store;
    private final RetentionSettings settings;
    private final Clock clock;
    private final BackgroundLoop loop;

    IncomingFiles(DirectoryBlobStore store, RetentionSettings settings, Clock clock) {
        this.store = store;
        this.settings = settings;
        this.clock = clock;
        this.loop = new BackgroundLoop("incoming files", Duration.ofMinutes(10), this::sweep);
    }

    void start(@Observes StartupEvent event) {
        loop.start();
    }

    void stop(@Observes ShutdownEvent event) {
        loop.close();
    }

    /** Other replicas write there too, so that age alone tells what is left. */
    boolean sweep() {
        try {
            int swept = Leftovers.sweep(store.incoming(), clock.instant().minus(settings.incoming()), file -> false);
            if (swept > 0) {
                LOG.infof("%d files were left of uploads that never came whole", swept);
            }
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
