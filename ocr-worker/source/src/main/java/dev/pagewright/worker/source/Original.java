package dev.pagewright.worker.source;

import dev.pagewright.worker.page.memory.PageMemory;
import java.io.Closeable;

/** An open file whose pages are read one after the other. One thread at a time. */
public interface Original extends Closeable {

    /** @param memory what is read and decoded from now on is on this page's account */
    void begin(PageMemory memory);
}
