package dev.pagewright.standalone;

import java.io.IOException;
import java.io.InputStream;
import java.util.logging.Level;
import java.util.logging.LogManager;

/** The log of this JVM: one line a record, on standard error. */
public final class Logging {

    private Logging() {}

    public static void setUp() {
        try (InputStream settings = Logging.class.getResourceAsStream("/pagewright-logging.properties")) {
            if (settings != null) {
                LogManager.getLogManager().readConfiguration(settings);
            }
        } catch (IOException e) {
            throw new IllegalStateException("the log's settings cannot be read", e);
        }
    }

    /** For commands: what is worth a user's line is written by them. */
    public static void quiet() {
        LogManager.getLogManager().getLogger("").setLevel(Level.WARNING);
    }
}
