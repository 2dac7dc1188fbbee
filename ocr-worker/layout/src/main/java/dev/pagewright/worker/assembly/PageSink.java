package dev.pagewright.worker.assembly;

import dev.pagewright.document.Page;
import java.io.IOException;

/** Takes the pages that the document pass changed, in order. */
@FunctionalInterface
public interface PageSink {

    void changed(Page page) throws IOException;
}
