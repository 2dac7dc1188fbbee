package dev.pagewright.gateway.job;

import dev.pagewright.blob.BlobStore;
import dev.pagewright.document.PageResult;
import dev.pagewright.document.stored.DamagedPageException;
import dev.pagewright.document.stored.DecodingBudget;
import dev.pagewright.document.stored.PageLineCodec;
import dev.pagewright.error.PageErrorCode;
import dev.pagewright.gateway.store.Jobs;
import dev.pagewright.spool.Spool;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.util.Objects;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Page rows with their documents out of the blob store. As many are decoded at once as a part of the heap holds; what
 * is only passed on is not decoded. Blocks; thread-safe.
 */
@ApplicationScoped
public class PageDocuments {

    private static final Logger LOG = Logger.getLogger(PageDocuments.class);

    private final BlobStore blobs;
    private final DecodingBudget budget = DecodingBudget.ofHeap();

    PageDocuments(BlobStore blobs) {
        this.blobs = blobs;
    }

    /** A page in memory, until it is closed: to be made something of, and not to be held while a client reads. */
    public record Held(PageResult result, Runnable release) implements AutoCloseable {

        @Override
        public void close() {
            release.run();
        }
    }

    /**
     * A page whose document is missing or damaged is a failed one: the rest of its job is given.
     *
     * @return empty where the page has no outcome yet
     * @throws IOException where the blob store is away
     */
    public Optional<Held> open(Jobs.PageRow row) throws IOException {
        try {
            return read(row);
        } catch (DamagedPageException | NoSuchFileException e) {
            return Optional.of(new Held(damaged(row, e), () -> {}));
        }
    }

    /**
     * As {@link #open}.
     *
     * @throws DamagedPageException where the page's document is damaged
     * @throws NoSuchFileException where it is missing
     */
    public Optional<Held> read(Jobs.PageRow row) throws IOException {
        if (row.status().equals("failed")) {
            return Optional.of(new Held(failed(row), () -> {}));
        }
        String key = row.documentKey();
        if (key == null) {
            return Optional.empty();
        }
        DecodingBudget.Held page = budget.read(new Stored(blobs, key));
        return Optional.of(new Held(new PageResult.Read(page.page()), page::close));
    }

    /** Writes the page's line of the inner API; nothing where {@link #open} would give nothing. */
    public void line(Jobs.PageRow row, Spool out) throws IOException {
        if (row.status().equals("failed")) {
            out.write(PageLineCodec.write(failed(row)));
        } else if (row.documentKey() != null) {
            try {
                PageLineCodec.copy(out, row.index(), row.number(), new Stored(blobs, row.documentKey()).open());
            } catch (DamagedPageException | NoSuchFileException e) {
                out.clear();
                out.write(PageLineCodec.write(damaged(row, e)));
            }
        }
    }

    private static PageResult.Failed damaged(Jobs.PageRow row, IOException why) {
        LOG.warnf("%s is not read: %s", row.documentKey(), why.getMessage());
        return PageResult.Failed.damaged(row.index(), row.number());
    }

    private static PageResult.Failed failed(Jobs.PageRow row) {
        PageErrorCode code = PageErrorCode.fromWireName(Objects.requireNonNull(row.errorCode()));
        String detail = Objects.requireNonNullElse(row.errorDetail(), code.sentence());
        return new PageResult.Failed(row.index(), row.number(), code, detail);
    }

    private record Stored(BlobStore blobs, String key) implements DecodingBudget.Source {

        @Override
        public long storedBytes() throws IOException {
            return blobs.size(key).orElseThrow(() -> new NoSuchFileException(key));
        }

        @Override
        public InputStream open() throws IOException {
            return blobs.open(key).orElseThrow(() -> new NoSuchFileException(key));
        }
    }
}
