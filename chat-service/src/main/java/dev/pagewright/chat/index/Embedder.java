package dev.pagewright.chat.index;

import dev.pagewright.chat.retrieval.Chunk;
import dev.pagewright.chat.retrieval.EmbeddedChunks;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jboss.logging.Logger;

/**
 * Makes a document's vectors in the background, of a short one when it is read, of a longer one when it is first asked; until
 * they are there, words answer. One document at a time, a few chunks at a time, so that memory stays bounded; what was made
 * is kept. What waits is a document's id alone: one that cannot be had when its turn comes is left until it is asked.
 * Thread-safe.
 */
@ApplicationScoped
class Embedder {

    private static final Logger LOG = Logger.getLogger(Embedder.class);
    private static final int AT_ONCE = 16;
    /** A longer document rests on its words beyond these. */
    private static final int MOST_CHUNKS = 6_000;
    /** Ids; where as many wait, a document is left until it is asked again. */
    private static final int MOST_WAITING = 1_000;

    private final Embeddings embeddings;
    private final VectorRepository repository;
    private final ThreadPoolExecutor thread = new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(MOST_WAITING),
            Thread.ofPlatform().daemon().name("embedder").factory());

    Embedder(Embeddings embeddings, VectorRepository repository) {
        this.embeddings = embeddings;
        this.repository = repository;
    }

    void stop(@Observes ShutdownEvent event) {
        thread.shutdownNow();
    }

    /**
     * Sees to the document's vectors with its first question; where that fails, words answer.
     *
     * @param loaded the document of an id, where it is still in memory
     */
    void asked(AskedDocument document, Function<String, Optional<AskedDocument>> loaded) {
        if (thread.getQueue().remainingCapacity() > 0 && document.index().firstAsked()) {
            later(document.jobId(), loaded);
        }
    }

    /**
     * Makes a document's vectors before it is asked; its first question finds them.
     *
     * @param stored the document of an id, where it is still there
     */
    void read(String jobId, Function<String, Optional<AskedDocument>> stored) {
        later(jobId, stored);
    }

    private void later(String jobId, Function<String, Optional<AskedDocument>> loaded) {
        try {
            thread.execute(() -> loaded.apply(jobId).ifPresent(this::embed));
        } catch (RejectedExecutionException e) {
            LOG.debugf("job %s goes without vectors: too many wait, or the service stops", jobId);
        }
    }

    private void embed(AskedDocument document) {
        try {
            var model = embeddings.of(document.index().analysis().language());
            if (model.isPresent()) {
                long start = System.nanoTime();
                List<Chunk> chunks = Chunk.of(document.index().passages()).stream()
                        .limit(MOST_CHUNKS)
                        .toList();
                float[][] vectors = vectors(document, model.get(), chunks);
                document.index().use(new EmbeddedChunks(chunks, vectors, model.get()::question));
                LOG.infof(
                        "job %s: %d vectors in %d ms",
                        document.jobId(), vectors.length, (System.nanoTime() - start) / 1_000_000);
            }
        } catch (SQLException | RuntimeException | LinkageError e) {
            LOG.warnf("job %s goes without vectors: %s", document.jobId(), e);
        }
    }

    private float[][] vectors(AskedDocument document, Embeddings.Model model, List<Chunk> chunks) throws SQLException {
        Map<Integer, float[]> known = new HashMap<>(repository.load(document.jobId(), model.name()));
        List<Chunk> missing = chunks.stream()
                .filter(chunk -> !known.containsKey(chunk.first()))
                .toList();
        for (int from = 0; from < missing.size(); from += AT_ONCE) {
            List<Chunk> some = missing.subList(from, Math.min(missing.size(), from + AT_ONCE));
            List<float[]> made = model.passages(some.stream().map(Chunk::text).toList());
            Map<Integer, float[]> vectors = new HashMap<>();
            for (int i = 0; i < some.size(); i++) {
                vectors.put(some.get(i).first(), made.get(i));
            }
            repository.store(document.jobId(), document.revision(), model.name(), vectors);
            known.putAll(vectors);
        }
        List<float[]> ordered = new ArrayList<>(chunks.size());
        chunks.forEach(chunk -> ordered.add(known.getOrDefault(chunk.first(), new float[0])));
        return ordered.toArray(float[][]::new);
    }
}
