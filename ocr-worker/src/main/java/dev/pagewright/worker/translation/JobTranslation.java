package dev.pagewright.worker.translation;

import dev.pagewright.blob.BlobKeys;
import dev.pagewright.blob.BlobStore;
import dev.pagewright.document.Block;
import dev.pagewright.document.Page;
import dev.pagewright.document.Translation;
import dev.pagewright.document.stored.PageCodec;
import dev.pagewright.event.PageOutcome;
import dev.pagewright.event.WorkerTask;
import dev.pagewright.worker.model.ModelFailedException;
import dev.pagewright.worker.model.Pause;
import dev.pagewright.worker.reading.Deadline;
import dev.pagewright.worker.reading.ReadingCancelledException;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Translates the pages of a job one after the other. What is done lies in the blob store, so that a task that comes again
 * goes on where it was left. A model that is away is waited for a while; then the rest of the job stays untranslated and
 * says so, because every job ends. Thread-safe.
 */
public final class JobTranslation {

    private static final Logger LOG = Logger.getLogger(JobTranslation.class);

    static final String AWAY = "model_unavailable";
    private static final Duration WAIT = Duration.ofSeconds(10);
    private static final int MOST_WAITS = 30;

    private final @Nullable PageTranslator translator;
    private final BlobStore blobs;
    private final Pause pause;

    /** @param translator null where no model is configured any more */
    public JobTranslation(@Nullable PageTranslator translator, BlobStore blobs) {
        this(translator, blobs, Pause::parked);
    }

    JobTranslation(@Nullable PageTranslator translator, BlobStore blobs, Pause pause) {
        this.translator = translator;
        this.blobs = blobs;
        this.pause = pause;
    }

    /** Whether there is a model at all. */
    public boolean available() {
        return translator != null;
    }

    /**
     * @param wanted cancelled where nobody wants the job any more
     * @throws IOException where the blob store is away
     * @throws ReadingCancelledException where nobody wants it any more
     */
    public PageOutcome.Translated run(WorkerTask.Translate task, Deadline wanted) throws IOException {
        Map<Integer, String> documents = new TreeMap<>();
        List<Integer> translated = new ArrayList<>();
        int waits = 0;
        for (int index = 0; index < task.pageKeys().size(); index++) {
            String source = task.pageKeys().get(index);
            Optional<Page> page = source == null ? Optional.empty() : stored(source);
            if (page.isEmpty()) {
                continue;
            }
            String key = BlobKeys.translatedPage(task.accountId(), task.jobId(), index, task.revision());
            Optional<Page> done = stored(key);
            while (done.isEmpty() && waits <= MOST_WAITS && !wanted.over()) {
                done = translated(page.get(), task.language(), wanted);
                if (done.isEmpty()) {
                    waits++;
                    pause.of(WAIT, wanted);
                }
            }
            if (done.isEmpty() && wanted.over()) {
                throw new ReadingCancelledException(); // nothing is stored that would pass for a result
            }
            Page result = done.orElseGet(() -> untranslated(page.get()));
            blobs.put(key, PageCodec.write(result));
            documents.put(index, key);
            if (delivered(result)) {
                translated.add(index);
            }
        }
        return new PageOutcome.Translated(task.jobId(), task.attempt(), task.revision(), documents, translated);
    }

    private Optional<Page> translated(Page page, String language, Deadline wanted) {
        if (translator == null) {
            return Optional.of(untranslated(page));
        }
        try {
            return Optional.of(translator.translate(page, language, wanted));
        } catch (ModelFailedException e) {
            LOG.infof("translation waits: %s", e.getMessage());
            return Optional.empty();
        }
    }

    private Optional<Page> stored(String key) throws IOException {
        Optional<byte[]> document = blobs.get(key);
        return document.isEmpty() ? Optional.empty() : Optional.of(PageCodec.read(document.get()));
    }

    private static Page untranslated(Page page) {
        List<Block> blocks = page.blocks().stream()
                .map(block -> block instanceof Block.PageFurniture
                        ? block
                        : block.with(PageTranslator.with(block.content(), new Translation(null, AWAY))))
                .toList();
        return page.with(blocks, page.tables());
    }

    /** A page without text is delivered too; one on which everything failed is not. */
    private static boolean delivered(Page page) {
        List<Translation> all = new ArrayList<>();
        for (Block block : page.blocks()) {
            Translation translation = block.content().translation();
            if (translation != null) {
                all.add(translation);
            }
        }
        return all.isEmpty() || all.stream().anyMatch(translation -> translation.text() != null);
    }
}
