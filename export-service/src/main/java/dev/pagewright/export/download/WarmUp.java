package dev.pagewright.export.download;

import dev.pagewright.export.docx.DocxExporter;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** What the first download would wait for is done before: not while everything else starts, but soon after. */
@Singleton
class WarmUp {

    private static final Duration AFTER_START = Duration.ofSeconds(20);

    void begin(@Observes StartupEvent started) {
        Thread.ofVirtual().name("warm-up").start(() -> {
            LockSupport.parkNanos(AFTER_START.toNanos());
            DocxExporter.warm();
        });
    }
}
