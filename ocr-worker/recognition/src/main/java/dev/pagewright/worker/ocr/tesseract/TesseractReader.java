package dev.pagewright.worker.ocr.tesseract;

import dev.pagewright.worker.page.Deadline;
import dev.pagewright.worker.recognition.picture.GreyPicture;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads pictures with Tesseract. Handles are kept with their data loaded (a new one costs up to a third of a page's
 * time) and lent to one thread at a time; beyond a number of idle ones the longest unused is closed. Thread-safe.
 */
public final class TesseractReader implements AutoCloseable {

    static final String ORIENTATION = "osd";

    private final Tessdata data;
    private final String version;
    private final int mostIdle;
    private final Deque<TesseractHandle> idle = new ArrayDeque<>();
    private boolean closed;

    /**
     * @param scratch where native libraries are unpacked
     * @param mostIdle handles kept while nobody reads with them
     */
    public TesseractReader(Path scratch, Tessdata data, int mostIdle) {
        this.version = TesseractNatives.load(scratch);
        this.data = data;
        this.mostIdle = mostIdle;
    }

    public String version() {
        return version;
    }

    /**
     * @param languages Tesseract's names, joined by {@code +}; their data must be there
     * @param dpi resolution of the picture, as well as it is known
     * @return lines in Tesseract's order, boxes in the picture's pixels, confidence as the engine gives it; empty where
     *     the deadline cut it off
     */
    public TesseractText read(
            GreyPicture picture, String languages, Segmentation segmentation, int dpi, Deadline deadline) {
        TesseractHandle handle = borrow(languages);
        try {
            return handle.read(picture, segmentation, dpi, deadline);
        } finally {
            giveBack(handle);
        }
    }

    /** Empty where there is too little text to tell; best on a copy of 100 to 150 dpi. */
    public Optional<OrientationAndScript> orientation(GreyPicture picture, int dpi) {
        TesseractHandle handle = borrow(ORIENTATION);
        try {
            return Optional.ofNullable(handle.orientation(picture, dpi));
        } finally {
            giveBack(handle);
        }
    }

    private TesseractHandle borrow(String languages) {
        TesseractHandle kept = idleHandle(languages);
        return kept != null ? kept : new TesseractHandle(data.folder(), languages);
    }

    private synchronized @Nullable TesseractHandle idleHandle(String languages) {
        for (Iterator<TesseractHandle> handles = idle.iterator(); handles.hasNext(); ) {
            TesseractHandle handle = handles.next();
            if (handle.languages().equals(languages)) {
                handles.remove();
                return handle;
            }
        }
        return null;
    }

    private synchronized void giveBack(TesseractHandle handle) {
        idle.addFirst(handle);
        while (idle.size() > (closed ? 0 : mostIdle)) {
            idle.removeLast().close();
        }
    }

    /** Handles that are lent are closed when they come back. */
    @Override
    public synchronized void close() {
        closed = true;
        idle.forEach(TesseractHandle::close);
        idle.clear();
    }
}
