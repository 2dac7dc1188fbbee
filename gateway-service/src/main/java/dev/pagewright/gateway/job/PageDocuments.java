package dev.pagewright.gateway.job;

import dev.pagewright.blob.BlobStore;
import dev.pagewright.document.PageResult;
import dev.pagewright.document.stored.PageCodec;
import dev.pagewright.error.PageErrorCode;
import dev.pagewright.gateway.store.Jobs;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Page rows with their documents out of the blob store, one at a time. Blocks; thread-safe. */
@ApplicationScoped
public class PageDocuments {

    private final BlobStore blobs;

    PageDocuments(BlobStore blobs) {
        this.blobs = blobs;
    }

    /** @return empty where the page has no outcome yet, or its document went with its job meanwhile */
    public Optional<PageResult> result(Jobs.PageRow row) throws IOException {
        if (row.status().equals("failed")) {
            PageErrorCode code = PageErrorCode.fromWireName(Objects.requireNonNull(row.errorCode()));
            String detail = Objects.requireNonNullElse(row.errorDetail(), code.sentence());
            return Optional.of(new PageResult.Failed(row.index(), row.number(), code, detail));
        }
        if (row.documentKey() == null) {
            return Optional.empty();
        }
        Optional<byte[]> stored = blobs.get(row.documentKey());
        return stored.isEmpty() ? Optional.empty() : Optional.of(new PageResult.Read(PageCodec.read(stored.get())));
    }

    /** The results of the rows that have one, read as they are asked for. */
    public Iterator<PageResult> results(List<Jobs.PageRow> rows) {
        return rows.stream().map(this::unchecked).flatMap(Optional::stream).iterator();
    }

    private Optional<PageResult> unchecked(Jobs.PageRow row) {
        try {
            return result(row);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
