package dev.pagewright.blob;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DirectoryBlobStoreTest extends BlobStoreContract {

    @Override
    protected BlobStore store() throws IOException {
        return new DirectoryBlobStore(directory.resolve("blobs"));
    }

    @Test
    void nothing_is_left_beside_a_blob() throws IOException {
        var store = new DirectoryBlobStore(directory.resolve("blobs"));

        store.put("a/b", new byte[10]);
        store.put("a/b", new byte[20]);

        try (Stream<Path> left = Files.list(store.incoming())) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void two_processes_share_a_directory() throws IOException {
        BlobStore one = store();
        BlobStore other = store();

        one.put("a/b", new byte[] {1});

        assertThat(other.get("a/b")).isPresent();
    }
}
