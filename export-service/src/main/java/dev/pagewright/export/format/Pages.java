package dev.pagewright.export.format;

import dev.pagewright.document.PageResult;
import dev.pagewright.document.text.Translated;
import java.io.Closeable;
import java.io.IOException;
import java.util.Iterator;

/**
 * Pages in order, one in memory at a time. Iterating throws {@link java.io.UncheckedIOException} where the source
 * fails.
 */
public final class Pages implements Iterator<PageResult>, Closeable {

    private final Iterator<PageResult> pages;
    private final Closeable source;

    public Pages(Iterator<PageResult> pages, Closeable source) {
        this.pages = pages;
        this.source = source;
    }

    /** The same pages in the language they were translated to. */
    public Pages translated() {
        return new Pages(
                new Iterator<>() {
                    @Override
                    public boolean hasNext() {
                        return pages.hasNext();
                    }

                    @Override
                    public PageResult next() {
                        PageResult page = pages.next();
                        return page instanceof PageResult.Read read && Translated.present(read.page())
                                ? new PageResult.Read(Translated.page(read.page()))
                                : page;
                    }
                },
                source);
    }

    @Override
    public boolean hasNext() {
        return pages.hasNext();
    }

    @Override
    public PageResult next() {
        return pages.next();
    }

    @Override
    public void close() throws IOException {
        source.close();
    }
}
