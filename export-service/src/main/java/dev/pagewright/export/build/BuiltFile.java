package dev.pagewright.export.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;

/** A file that was built, deleted when its maker and all who read it have closed it. Thread-safe. */
public final class BuiltFile implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(BuiltFile.class);

    private final Path path;
    private final long length;
    private final AtomicInteger holders = new AtomicInteger(1);

    public BuiltFile(Path path) throws IOException {
        this.path = path;
        this.length = Files.size(path);
    }

    /** One reader's hold of the file. */
    public final class Lease implements AutoCloseable {

        private final java.util.concurrent.atomic.AtomicBoolean open =
                new java.util.concurrent.atomic.AtomicBoolean(true);

        public Path path() {
            return path;
        }

        /** In bytes. */
        public long length() {
            return length;
        }

        @Override
        public void close() {
            if (open.compareAndSet(true, false)) {
                letGo();
            }
        }
    }

    /** To be asked while somebody else still holds it. */
    public Lease lease() {
        holders.incrementAndGet();
        return new Lease();
    }

    @Override
    public void close() {
        letGo();
    }

    private void letGo() {
        if (holders.decrementAndGet() == 0) {
            try {
                Files.deleteIfExists(path);
            } catch (IOException e) {
                LOG.warnf("a temporary file stays until it is swept: %s", e.getMessage());
            }
        }
    }
}
