package dev.pagewright.export.build;

import java.io.IOException;

/** A build was stopped before its end: nobody wants it any more, or its time is over. */
public final class BuildStoppedException extends IOException {

    private static final long serialVersionUID = 1;

    /** Why it was stopped. */
    public enum Reason {
        UNWANTED,
        LATE
    }

    private final Reason reason;

    BuildStoppedException(Reason reason) {
        super("the build was stopped: " + reason);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
