package dev.pagewright.worker.reading;

import dev.pagewright.document.PageResult;
import dev.pagewright.worker.page.ReaderCapabilities;
import dev.pagewright.worker.page.ReadingCancelledException;
import dev.pagewright.worker.page.memory.HeapFullException;

/**
 * Reads one page of an original. Blocks; one call a thread at a time, any number of threads.
 * An unreadable page is a value; what is thrown is a fault of the worker, and the page will be read again.
 */
public interface PageReader extends AutoCloseable {

    /**
     * @throws ReadingCancelledException where the request was cancelled while the page was read
     * @throws HeapFullException where the page needs more memory than is left here: it is to be read alone
     */
    PageResult read(PageRequest request);

    /** What this reader can do on this machine, now. */
    ReaderCapabilities capabilities();

    @Override
    void close();
}
