package dev.pagewright.blob;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Where large things lie: originals, page documents, cached exports. Keys are slash-separated segments of
 * {@code [A-Za-z0-9._-]} (see {@link BlobKeys}), never a user's file name. A blob is whole or absent: readers never
 * see a part of one. Thread-safe; calls block.
 */
public interface BlobStore {

    /** Stores the bytes under the key; an earlier blob is replaced at once. */
    void put(String key, byte[] content) throws IOException;

    /** Stores a file's content, which the store may take over by moving: the file is gone or unchanged afterwards. */
    void putFile(String key, Path file) throws IOException;

    /** The blob as a stream that the caller closes; empty where there is none. */
    Optional<InputStream> open(String key) throws IOException;

    /** Size in bytes; empty where there is no such blob. */
    Optional<Long> size(String key) throws IOException;

    /** Removes one blob; no error where there is none. */
    void delete(String key) throws IOException;

    /** Removes every blob whose key starts with {@code prefix + "/"}; one that is put meanwhile may stay, whole. */
    void deleteTree(String prefix) throws IOException;

    /** Keys that start with {@code prefix + "/"}, in no order. */
    List<String> list(String prefix) throws IOException;

    /** Whether the store can be reached and written, for readiness; never throws. */
    boolean available();

    /** Bytes that can still be written; {@link Long#MAX_VALUE} where the store has no such bound. */
    long usableBytes();

    /**
     * The blob as a file of this machine that may be read in place, and never changed; empty where there is no such
     * blob or the store keeps no such files. It is gone once the blob is deleted.
     */
    default Optional<Path> file(String key) {
        return Optional.empty();
    }

    /** The blob's bytes; empty where there is none. */
    default Optional<byte[]> get(String key) throws IOException {
        try (InputStream stream = open(key).orElse(null)) {
            return stream == null ? Optional.empty() : Optional.of(stream.readAllBytes());
        }
    }
}
