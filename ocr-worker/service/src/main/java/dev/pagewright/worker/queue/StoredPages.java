package dev.pagewright.worker.queue;

import dev.pagewright.blob.BlobKeys;
import dev.pagewright.blob.BlobStore;
import dev.pagewright.document.Page;
import dev.pagewright.document.PageResult;
import dev.pagewright.document.stored.PageCodec;
import dev.pagewright.document.stored.PageLimits;
import dev.pagewright.error.PageErrorCode;
import dev.pagewright.event.WorkerTask;
import dev.pagewright.worker.assembly.PageSink;
import dev.pagewright.worker.assembly.PageSource;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The pages of one document pass in the blob store. A page whose document is missing or damaged takes no part, like one
 * that failed. Counts the languages on the way. One thread.
 */
final class StoredPages implements PageSource, PageSink {

    private static final Logger LOG = Logger.getLogger(StoredPages.class);

    private final WorkerTask.Assemble task;
    private final BlobStore blobs;
    private final Map<Integer, @Nullable String> languages = new HashMap<>();
    private final Map<Integer, Integer> words = new HashMap<>();
    private final Map<Integer, String> changed = new TreeMap<>();

    StoredPages(WorkerTask.Assemble task, BlobStore blobs) {
        this.task = task;
        this.blobs = blobs;
    }

    @Override
    public int count() {
        return task.pageKeys().size();
    }

    @Override
    public PageResult read(int index) throws IOException {
        String key = task.pageKeys().get(index);
        Optional<byte[]> document = key == null ? Optional.empty() : blobs.get(key);
        if (document.isPresent()) {
            try {
                Page page = PageCodec.read(document.get());
                languages.put(index, page.reading().language());
                words.put(index, PageLimits.words(page));
                return new PageResult.Read(page);
            } catch (IOException e) {
                LOG.warnf("page %d of job %s cannot take part: %s", index, task.jobId(), e.getMessage());
            }
        }
        PageErrorCode code = PageErrorCode.PAGE_CORRUPT;
        return new PageResult.Failed(index, index + 1, code, code.sentence());
    }

    @Override
    public void changed(Page page) throws IOException {
        String key = BlobKeys.assembledPage(task.accountId(), task.jobId(), page.index(), task.revision());
        blobs.put(key, PageCodec.write(page));
        changed.put(page.index(), key);
    }

    /** Blob keys of the pages that changed, by index. */
    Map<Integer, String> changed() {
        return changed;
    }

    /** The language of most words; null where no page has one. */
    @Nullable String language() {
        Map<String, Integer> votes = new TreeMap<>();
        languages.forEach((index, language) -> {
            if (language != null) {
                votes.merge(language, words.getOrDefault(index, 0), Integer::sum);
            }
        });
        return votes.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(null);
    }
}
