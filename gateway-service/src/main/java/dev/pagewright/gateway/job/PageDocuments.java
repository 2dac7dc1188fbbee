package dev.pagewright.gateway.job;

import dev.pagewright.blob.BlobStore;
import dev.pagewright.document.PageResult;
import dev.pagewright.document.stored.DecodingBudget;
import dev.pagewright.document.stored.PageLineCodec;
import dev.pagewright.error.PageErrorCode;
import dev.pagewright.gateway.store.Jobs;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.NoSuchFileException;
import java.util.Objects;
import java.util.Optional;

/**
 * Page rows with their documents out of the blob store. As many are decoded at once as a part of the heap holds; what
 * is only passed on is not decoded. Blocks; thread-safe.
 */
@ApplicationScoped
public class PageDocuments {

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

    /** @return empty where the page has no outcome yet, or its document went with its job meanwhile */
    public Optional<Held> open(Jobs.PageRow row) throws IOException {
        if (row.status().equals("failed")) {
            return Optional.of(new Held(failed(row), () -> {}));
        }
        String key = row.documentKey();
        if (key == null) {
            return Optional.empty();
        }
        try {
            DecodingBudget.Held page = budget.read(new Stored(blobs, key));
            return Optional.of(new Held(new PageResult.Read(page.page()), page::close));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    /** Writes the page's line of the inner API; nothing where {@link #open} would give nothing. */
    public void line(Jobs.PageRow row, OutputStream out) throws IOException {
        if (row.status().equals("failed")) {
            out.write(PageLineCodec.write(failed(row)));
            return;
        }
        Optional<InputStream> stored = row.documentKey() == null ? Optional.empty() : blobs.open(row.documentKey());
        if (stored.isPresent()) {
            PageLineCodec.copy(out, row.index(), row.number(), stored.get());
        }
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
