package dev.pagewright.gateway.job;

import dev.pagewright.spool.Spool;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The newest data of events, for all streams that send them; bounded in all. Thread-safe. */
@ApplicationScoped
class WrittenEvents {

    private static final int IN_ALL = 8 << 20;
    private static final int LARGEST = 256 << 10;

    private record Key(String jobId, long event) {}

    private final Map<Key, byte[]> kept = new LinkedHashMap<>(16, 0.75f, true);
    private int bytes;

    synchronized Optional<InputStream> find(String jobId, long event) {
        byte[] data = kept.get(new Key(jobId, event));
        return data == null ? Optional.empty() : Optional.of(new ByteArrayInputStream(data));
    }

    /** The same data, which are kept for others where they are not large. The stream closes what was made. */
    InputStream keep(String jobId, long event, Spool made) throws IOException {
        if (made.size() > LARGEST) {
            return new FilterInputStream(made.stream()) {
                @Override
                public void close() throws IOException {
                    made.close();
                }
            };
        }
        try (made;
                InputStream stream = made.stream()) {
            byte[] data = stream.readAllBytes();
            put(new Key(jobId, event), data);
            return new ByteArrayInputStream(data);
        }
    }

    private synchronized void put(Key key, byte[] data) {
        if (kept.put(key, data) == null) {
            bytes += data.length;
        }
        Iterator<byte[]> oldest = kept.values().iterator();
        while (bytes > IN_ALL) {
            bytes -= oldest.next().length;
            oldest.remove();
        }
    }
}
