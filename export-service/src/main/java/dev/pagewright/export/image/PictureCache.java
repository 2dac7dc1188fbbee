package dev.pagewright.export.image;

import dev.pagewright.export.build.BuiltFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;

/**
 * Pictures that were drawn, as files of this process: bounded for each job and in all, those used longest ago go first,
 * and none is taken where the disk is nearly full. A file goes once nobody reads it any more. Thread-safe.
 */
final class PictureCache {

    /**
     * @param ofJob bytes
     * @param inAll bytes
     * @param left bytes that the disk must have beside a picture that is kept
     * @param idle after which a picture goes that nobody looked at
     */
    record Bounds(long ofJob, long inAll, long left, Duration idle) {}

    /** @param name of the picture within its job */
    record Key(String jobId, String name) {}

    private static final class Entry {
        private final BuiltFile file;
        private final BuiltFile.Lease hold;
        private final long bytes;
        private Instant used;

        Entry(BuiltFile file, BuiltFile.Lease hold, Instant used) {
            this.file = file;
            this.hold = hold;
            this.bytes = hold.length();
            this.used = used;
        }
    }

    private final Path directory;
    private final Bounds bounds;
    private final Clock clock;
    private final Map<Key, Entry> entries = new LinkedHashMap<>(16, 0.75f, true);
    private final Map<String, Long> byJob = new HashMap<>();
    private long all;

    PictureCache(Path directory, Bounds bounds, Clock clock) {
        this.directory = directory;
        this.bounds = bounds;
        this.clock = clock;
    }

    synchronized Optional<BuiltFile.Lease> find(Key key) {
        Entry entry = entries.get(key);
        if (entry == null) {
            return Optional.empty();
        }
        entry.used = clock.instant();
        return Optional.of(entry.file.lease());
    }

    /** Keeps the file, where there is room for it, as one of its holders. */
    synchronized void keep(Key key, BuiltFile file) throws IOException {
        BuiltFile.Lease lease = file.lease();
        long bytes = lease.length();
        if (bytes > Math.min(bounds.ofJob(), bounds.inAll()) || entries.containsKey(key) || !spacious()) {
            lease.close();
            return;
        }
        entries.put(key, new Entry(file, lease, clock.instant()));
        byJob.merge(key.jobId(), bytes, Long::sum);
        all += bytes;
        evict(key);
    }

    private boolean spacious() throws IOException {
        return Files.getFileStore(directory).getUsableSpace() > bounds.left();
    }

    /** The oldest of the job beyond its bound, then the oldest of all. */
    private void evict(Key newest) {
        Iterator<Map.Entry<Key, Entry>> oldest = entries.entrySet().iterator();
        while (bytes(newest.jobId()) > bounds.ofJob() && oldest.hasNext()) {
            Map.Entry<Key, Entry> entry = oldest.next();
            if (entry.getKey().jobId().equals(newest.jobId())) {
                oldest.remove();
                gone(entry.getKey(), entry.getValue());
            }
        }
        oldest = entries.entrySet().iterator();
        while (all > bounds.inAll() && oldest.hasNext()) {
            Map.Entry<Key, Entry> entry = oldest.next();
            oldest.remove();
            gone(entry.getKey(), entry.getValue());
        }
    }

    private void gone(Key key, Entry entry) {
        all -= entry.bytes;
        byJob.computeIfPresent(key.jobId(), (job, bytes) -> bytes == entry.bytes ? null : bytes - entry.bytes);
        entry.hold.close();
    }

    /** The job is gone, and its pictures with it. */
    synchronized void purge(String jobId) {
        remove((key, entry) -> key.jobId().equals(jobId));
    }

    /** Lets those go that nobody looked at, and all where the disk is nearly full. */
    synchronized void sweep() throws IOException {
        boolean spacious = spacious();
        Instant since = clock.instant().minus(bounds.idle());
        remove((key, entry) -> !spacious || entry.used.isBefore(since));
    }

    private void remove(BiPredicate<Key, Entry> going) {
        Iterator<Map.Entry<Key, Entry>> each = entries.entrySet().iterator();
        while (each.hasNext()) {
            Map.Entry<Key, Entry> entry = each.next();
            if (going.test(entry.getKey(), entry.getValue())) {
                each.remove();
                gone(entry.getKey(), entry.getValue());
            }
        }
    }

    /** Whether the file is a picture that is kept. */
    synchronized boolean holds(Path file) {
        return entries.values().stream().anyMatch(entry -> entry.hold.path().equals(file));
    }

    /** Bytes that the job's pictures take. */
    synchronized long bytes(String jobId) {
        return byJob.getOrDefault(jobId, 0L);
    }

    /** Bytes that all pictures take. */
    synchronized long bytes() {
        return all;
    }

    synchronized int size() {
        return entries.size();
    }
}
