package dev.pagewright.worker.recognition;

import dev.pagewright.document.PageStep;
import java.util.Map;

/** No engine could read a picture: each of them threw. Suppressed is what they threw. */
public final class NoReadingException extends RuntimeException {

    private static final long serialVersionUID = 1;

    NoReadingException(Map<PageStep, Throwable> faults) {
        super("no engine could read the picture");
        faults.values().forEach(this::addSuppressed);
    }
}
