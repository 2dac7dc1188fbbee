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
import dev.pagewright.worker.page.Deadline;
import dev.pagewright.worker.page.ReadingCancelledException;
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
    private static final Duration WAIT = Duration.ofSeconds(5);
    /** With the time of a question that hangs, a translation ends within a minute of the model's failing. */
    private static final int MOST_WAITS = 5;

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
        var run = new Run(task.language(), wanted);
        Map<Integer, String> documents = new TreeMap<>();
        List<Integer> translated = new ArrayList<>();
        for (int index = 0; index < task.pageKeys().size(); index++) {
            String source = task.pageKeys().get(index);
            Optional<Page> page = source == null ? Optional.empty() : stored(source);
            if (page.isEmpty()) {
                continue;
            }
            String key = BlobKeys.translatedPage(task.accountId(), task.jobId(), index, task.revision());
            Optional<Page> done = stored(key);
            Page result = done.isPresent() ? done.get() : run.translated(page.get());
            blobs.put(key, PageCodec.write(result));
            documents.put(index, key);
            if (PageTranslator.delivered(result)) {
                translated.add(index);
            }
        }
        return new PageOutcome.Translated(task.jobId(), task.attempt(), task.revision(), documents, translated);
    }

    /** The translation of one job, and whether its model is still worth asking. */
    private final class Run {

        private final String language;
        private final Deadline wanted;
        private boolean gone;

        Run(String language, Deadline wanted) {
            this.language = language;
            this.wanted = wanted;
        }

        /** @throws ReadingCancelledException where nobody wants it any more: nothing is stored that would pass for a result */
        Page translated(Page page) {
            PageTranslator present = translator;
            for (int waits = 0; present != null && !gone && !wanted.over(); waits++) {
                try {
                    return present.translate(page, language, wanted);
                } catch (ModelFailedException e) {
                    LOG.infof("translation: %s", e.getMessage());
                    // what hung once hangs again, what was refused is refused again
                    gone = e.kind() != ModelFailedException.Kind.UNAVAILABLE || waits == MOST_WAITS;
                }
                if (!gone) {
                    pause.of(WAIT, wanted);
                }
            }
            if (wanted.over()) {
                throw new ReadingCancelledException();
            }
            return untranslated(page);
        }
    }

    /**
     * Empty where it is missing or damaged: it takes no part then, like a page that failed, and waiting would not mend it.
     *
     * @throws IOException where the blob store is away
     */
    private Optional<Page> stored(String key) throws IOException {
        Optional<byte[]> document = blobs.get(key);
        if (document.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(PageCodec.read(document.get()));
        } catch (IOException e) {
            LOG.warnf("translation: a stored page is damaged and left out: %s", e.getMessage());
            return Optional.empty();
        }
    }

    private static Page untranslated(Page page) {
        List<Block> blocks = page.blocks().stream()
                .map(block -> block instanceof Block.PageFurniture
                        ? block
                        : block.with(PageTranslator.with(block.content(), new Translation(null, AWAY))))
                .toList();
        return page.with(blocks, page.tables());
    }
}
