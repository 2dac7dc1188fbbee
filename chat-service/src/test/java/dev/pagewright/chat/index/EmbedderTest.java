package dev.pagewright.chat.index;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pagewright.chat.retrieval.DocumentIndex;
import java.lang.ref.WeakReference;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EmbedderTest {

    private record Settings(boolean enabled, Optional<String> url, String name, Optional<String> key, Duration timeout)
            implements EmbeddingSettings {}

    private final CountDownLatch release = new CountDownLatch(1);
    private final Semaphore working = new Semaphore(0);
    private final Embedder embedder = new Embedder(
            new Embeddings(new Settings(
                    true, Optional.of("http://127.0.0.1:1/v1"), "none", Optional.empty(), Duration.ofSeconds(1))),
            new VectorRepository(stuckDatabase()));

    @AfterEach
    void letGo() {
        release.countDown();
    }

    @Test
    void documents_that_wait_for_their_vectors_are_not_kept_in_memory() throws Exception {
        AskedDocument first = document("first");
        embedder.asked(first, id -> Optional.of(first));
        assertThat(working.tryAcquire(10, TimeUnit.SECONDS)).isTrue();

        List<WeakReference<AskedDocument>> waiting = IntStream.range(0, 100)
                .mapToObj(number -> {
                    AskedDocument document = document("job " + number);
                    embedder.asked(document, id -> Optional.empty());
                    return new WeakReference<>(document);
                })
                .toList();

        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> {
            System.gc();
            return waiting.stream().allMatch(document -> document.get() == null);
        });
    }

    @Test
    void a_document_that_found_no_place_is_seen_to_when_it_is_asked_again() throws Exception {
        AskedDocument first = document("first");
        embedder.asked(first, id -> Optional.of(first));
        assertThat(working.tryAcquire(10, TimeUnit.SECONDS)).isTrue();
        IntStream.range(0, 1_000).forEach(number -> embedder.asked(document("job " + number), id -> Optional.empty()));
        AskedDocument late = document("late");
        List<String> taken = new ArrayList<>();

        embedder.asked(late, id -> note(taken, id));
        release.countDown();

        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> {
            embedder.asked(late, id -> note(taken, id));
            return !taken.isEmpty();
        });
        assertThat(taken).containsExactly("late");
    }

    private static Optional<AskedDocument> note(List<String> taken, String id) {
        taken.add(id);
        return Optional.empty();
    }

    private static AskedDocument document(String id) {
        return new AskedDocument(id, 1, new DocumentIndex(List.of(), Map.of(), "en"), Map.of());
    }

    /** Whoever asks for a connection waits, and then has none. */
    private DataSource stuckDatabase() {
        return (DataSource) Proxy.newProxyInstance(
                EmbedderTest.class.getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, arguments) -> {
                    working.release();
                    release.await();
                    throw new java.sql.SQLException("no connection");
                });
    }
}
