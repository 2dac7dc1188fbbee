package dev.pagewright.blob;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every blob store keeps; each implementation extends it. */
public abstract class BlobStoreContract {

    private static final String KEY = "accounts/a/jobs/b/pages/0-a1.json.gz";

    @TempDir
    protected Path directory;

    /** A store without blobs. */
    protected abstract BlobStore store() throws IOException;

    @Test
    void what_is_put_is_read_back() throws IOException {
        BlobStore store = store();

        store.put(KEY, bytes("content"));

        assertThat(store.get(KEY))
                .hasValueSatisfying(content -> assertThat(content).isEqualTo(bytes("content")));
        assertThat(store.size(KEY)).hasValue(7L);
    }

    @Test
    void a_file_is_taken_over() throws IOException {
        BlobStore store = store();
        Path file = Files.write(directory.resolve("upload"), bytes("from a file"));

        store.putFile(KEY, file);

        assertThat(store.get(KEY))
                .hasValueSatisfying(content -> assertThat(content).isEqualTo(bytes("from a file")));
    }

    @Test
    void what_is_not_there_is_empty_and_not_an_error() throws IOException {
        BlobStore store = store();

        store.delete(KEY);
        store.deleteTree("accounts/a");

        assertThat(store.open(KEY)).isEmpty();
        assertThat(store.size(KEY)).isEmpty();
        assertThat(store.get(KEY)).isEmpty();
        assertThat(store.list("accounts/a")).isEmpty();
    }

    @Test
    void a_blob_is_put_whole_while_the_tree_around_it_is_deleted() throws Exception {
        BlobStore store = store();
        try (var threads = Executors.newFixedThreadPool(5)) {
            List<Future<Object>> putting = IntStream.range(0, 4)
                    .mapToObj(thread -> threads.submit(() -> {
                        for (int round = 0; round < 200; round++) {
                            store.put("accounts/a/jobs/b/%d/%d".formatted(round, thread), bytes("content"));
                        }
                        return new Object();
                    }))
                    .toList();
            while (!putting.stream().allMatch(Future::isDone)) {
                store.deleteTree("accounts/a/jobs/b");
            }
            for (Future<Object> done : putting) {
                done.get();
            }
        }
        store.put(KEY, bytes("last"));

        assertThat(store.get(KEY))
                .hasValueSatisfying(content -> assertThat(content).isEqualTo(bytes("last")));
    }

    @Test
    void a_later_blob_replaces_the_earlier_while_a_reader_keeps_what_it_opened() throws IOException {
        BlobStore store = store();
        store.put(KEY, bytes("earlier"));

        try (InputStream open = store.open(KEY).orElseThrow()) {
            store.put(KEY, bytes("later"));

            assertThat(open.readAllBytes()).isEqualTo(bytes("earlier"));
        }
        assertThat(store.get(KEY).orElseThrow()).isEqualTo(bytes("later"));
    }

    @Test
    void a_tree_goes_whole_and_alone() throws IOException {
        BlobStore store = store();
        store.put("accounts/a/jobs/b/pages/0", bytes("x"));
        store.put("accounts/a/jobs/b/exports/y", bytes("x"));
        store.put("accounts/a/jobs/bb/pages/0", bytes("x"));

        store.deleteTree("accounts/a/jobs/b");

        assertThat(store.list("accounts/a")).containsExactly("accounts/a/jobs/bb/pages/0");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "../x",
                "a/../b",
                "a//b",
                "/etc/passwd",
                "a/",
                ".",
                "..",
                "a/.hidden",
                "a\\b",
                "a b",
                "a\u0000b",
                "ä",
                "a\nb"
            })
    void a_key_that_could_lead_elsewhere_is_refused(String key) throws IOException {
        BlobStore store = store();

        assertThatThrownBy(() -> store.put(key, bytes("x"))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> store.open(key)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> store.delete(key)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> store.deleteTree(key)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> store.list(key)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void readers_never_see_a_part_while_writers_race() throws Exception {
        BlobStore store = store();
        store.put(KEY, filled((byte) 0));
        try (var threads = Executors.newFixedThreadPool(6)) {
            Callable<Void> reader = () -> {
                for (int round = 0; round < 100; round++) {
                    byte[] read = store.get(KEY).orElseThrow();
                    assertThat(read).isEqualTo(filled(read[0]));
                }
                return null;
            };
            var writers = IntStream.range(0, 4).mapToObj(writer -> (Callable<Void>) () -> {
                for (int round = 0; round < 15; round++) {
                    store.put(KEY, filled((byte) writer));
                }
                return null;
            });

            var running = java.util.stream.Stream.concat(writers, java.util.stream.Stream.of(reader, reader))
                    .map(threads::submit)
                    .toList();

            for (Future<Void> one : running) {
                one.get();
            }
        }
        assertThat(store.list("accounts/a")).containsExactly(KEY);
    }

    @Test
    void a_store_that_can_be_written_is_available() throws IOException {
        BlobStore store = store();

        assertThat(store.available()).isTrue();
        assertThat(store.usableBytes()).isPositive();
    }

    private static byte[] filled(byte value) {
        byte[] content = new byte[100_000];
        Arrays.fill(content, value);
        return content;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
