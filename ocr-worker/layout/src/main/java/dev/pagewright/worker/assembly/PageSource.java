package dev.pagewright.worker.assembly;

import dev.pagewright.document.PageResult;
import java.io.IOException;

/** The pages of a job, in order. Each is read at most twice, one at a time, so that none need be kept. */
public interface PageSource {

    int count();

    /** @param index 0-based, within the job */
    PageResult read(int index) throws IOException;
}
