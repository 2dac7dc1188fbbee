package dev.pagewright.worker.page;

import dev.pagewright.event.TaskOptions;

/**
 * Recognises the text of a picture: preparation, engines, choice between their readings. Blocks; one call a thread at a
 * time, any number of threads; each thread may keep native handles.
 */
public interface PictureReader extends AutoCloseable {

    /**
     * Reads the picture; a blank one gives an empty recognition. What the deadline cuts off is missing: callers check
     * {@link Deadline#over()} afterwards.
     */
    Recognition read(PagePicture picture, TaskOptions options, Deadline deadline);

    /**
     * Reads a picture whose text is known already, from the file's text layer, where this reader has more to say of it;
     * otherwise answers with what is known.
     */
    default Recognition readAgain(PagePicture picture, Recognition known, TaskOptions options, Deadline deadline) {
        return known;
    }

    /** What this reader can do on this machine, now. */
    ReaderCapabilities capabilities();

    @Override
    void close();
}
