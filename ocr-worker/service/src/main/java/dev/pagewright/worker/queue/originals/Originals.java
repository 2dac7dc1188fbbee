package dev.pagewright.worker.queue.originals;

import dev.pagewright.blob.BlobStore;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads in place what the store keeps as files of this machine; copies the rest to a directory, once for all pages of
 * a file, and keeps it there up to a number of bytes, those last used. A file in use is never removed, so pages at work
 * may exceed the bound by their originals. The directory belongs to one worker, which empties it when it starts.
 * Thread-safe.
 */
public final class Originals {

    /** A file that stays where it is until it is closed; not to be changed. */
    public interface LocalFile extends AutoCloseable {
        Path path();

        @Override
        void close();
    }

    private static final class Entry {
        private final Path path;
        private long bytes;
        private int users;

        Entry(Path path) {
            this.path = path;
        }
    }

    private final BlobStore store;
    private final Path directory;
    private final long most;
    private final Map<String, Entry> entries = new LinkedHashMap<>(16, 0.75f, true);

    public Originals(BlobStore store, Path directory, long most) throws IOException {
        this.store = store;
        this.directory = directory;
        this.most = most;
        Files.createDirectories(directory);
        try (Stream<Path> earlier = Files.list(directory)) {
            for (Path file : (Iterable<Path>) earlier::iterator) {
                Files.deleteIfExists(file);
            }
        }
    }

    /**
     * @return empty where there is no such blob
     * @throws IOException where the store is away or the disk is full
     */
    public Optional<LocalFile> open(String blobKey) throws IOException {
        Optional<Path> inPlace = store.file(blobKey);
        if (inPlace.isPresent()) {
            return Optional.of(new Use(inPlace.get(), null));
        }
        Entry entry = use(blobKey);
        try {
            if (fetch(blobKey, entry)) {
                return Optional.of(new Use(entry.path, entry));
            }
        } catch (IOException e) {
            release(entry);
            throw e;
        }
        release(entry);
        return Optional.empty();
    }

    private synchronized Entry use(String blobKey) {
        Entry entry = entries.computeIfAbsent(
                blobKey, key -> new Entry(directory.resolve(UUID.randomUUID().toString())));
        entry.users++;
        return entry;
    }

    /** The entry's lock makes the pages of one file wait for one download. */
    private boolean fetch(String blobKey, Entry entry) throws IOException {
        synchronized (entry) {
            if (Files.exists(entry.path)) {
                return true;
            }
            Path part = directory.resolve(UUID.randomUUID() + ".part");
            try (InputStream blob = store.open(blobKey).orElse(null)) {
                if (blob == null) {
                    return false;
                }
                long bytes = Files.copy(blob, part);
                Files.move(part, entry.path, StandardCopyOption.ATOMIC_MOVE);
                grown(entry, bytes);
                return true;
            } finally {
                Files.deleteIfExists(part);
            }
        }
    }

    private synchronized void grown(Entry entry, long bytes) throws IOException {
        entry.bytes = bytes;
        long all = entries.values().stream().mapToLong(each -> each.bytes).sum();
        for (Iterator<Entry> oldest = entries.values().iterator(); all > most && oldest.hasNext(); ) {
            Entry candidate = oldest.next();
            if (candidate.users == 0) {
                oldest.remove();
                all -= candidate.bytes;
                Files.deleteIfExists(candidate.path);
            }
        }
    }

    private synchronized void release(Entry entry) {
        entry.users--;
        if (entry.users == 0 && entry.bytes == 0) {
            entries.values().remove(entry); // there was no such blob
        }
    }

    private final class Use implements LocalFile {

        private final Path path;
        private @Nullable Entry entry;

        Use(Path path, @Nullable Entry entry) {
            this.path = path;
            this.entry = entry;
        }

        @Override
        public Path path() {
            return path;
        }

        @Override
        public void close() {
            if (entry != null) {
                release(entry);
                entry = null;
            }
        }
    }
}
