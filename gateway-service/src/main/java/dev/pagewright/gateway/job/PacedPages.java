package dev.pagewright.gateway.job;

import dev.pagewright.document.PageResult;
import dev.pagewright.gateway.store.Jobs;
import dev.pagewright.spool.Spool;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The pages of an answer. When the next one is asked for, the last one is given free first, and what was made of it is
 * sent at the client's pace: a client that reads slowly holds no page. One thread.
 */
final class PacedPages implements Iterator<PageResult>, Closeable {

    private final PageDocuments documents;
    private final Iterator<Jobs.PageRow> rows;
    private final Spool made;
    private final OutputStream client;
    private PageDocuments.@Nullable Held page;
    private boolean given;

    /** @param made what is written of the pages while they are held; sent to the client and emptied */
    PacedPages(PageDocuments documents, List<Jobs.PageRow> rows, Spool made, OutputStream client) {
        this.documents = documents;
        this.rows = rows.iterator();
        this.made = made;
        this.client = client;
    }

    @Override
    public boolean hasNext() {
        if (page != null && !given) {
            return true;
        }
        try {
            close();
            send();
            while (page == null && rows.hasNext()) {
                Optional<PageDocuments.Held> next = documents.open(rows.next());
                page = next.orElse(null);
                given = false;
            }
            return page != null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public PageResult next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        given = true;
        return Objects.requireNonNull(page).result();
    }

    void send() throws IOException {
        made.copyTo(client);
        made.clear();
    }

    @Override
    public void close() {
        if (page != null) {
            page.close();
            page = null;
        }
    }
}
