package dev.pagewright.worker.queue;

import dev.pagewright.document.Engine;
import dev.pagewright.event.WorkerPresence;
import dev.pagewright.supervision.SupervisedThread;
import dev.pagewright.worker.page.ReaderCapabilities;
import dev.pagewright.worker.reading.PageReader;
import java.io.IOException;
import java.time.Duration;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Tells at every interval that the worker is there; knows thereby whether the broker is. Thread-safe. */
public final class Presence implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(Presence.class);
    private static final SupervisedThread.Pace PACE =
            new SupervisedThread.Pace(WorkerPresence.INTERVAL, Duration.ofSeconds(60));

    private final String workerId;
    private final PageReader reader;
    private final @Nullable String translationModel;
    private final int slots;
    private final int visionSlots;
    private final OutcomeSender sender;
    private final SupervisedThread thread = new SupervisedThread("presence", PACE, this::tell);
    private volatile boolean heard;

    /**
     * @param translationModel null where none is configured
     * @param slots pages that are read at once
     * @param visionSlots pages that wait for a vision endpoint besides, where there is one
     */
    public Presence(
            String workerId,
            PageReader reader,
            @Nullable String translationModel,
            int slots,
            int visionSlots,
            OutcomeSender sender) {
        this.workerId = workerId;
        this.reader = reader;
        this.translationModel = translationModel;
        this.slots = slots;
        this.visionSlots = visionSlots;
        this.sender = sender;
    }

    public void start() {
        thread.start();
    }

    /** Whether the broker acknowledged the last one. */
    public boolean heard() {
        return heard;
    }

    private boolean tell() {
        try {
            ReaderCapabilities can = reader.capabilities();
            sender.send(new WorkerPresence(
                    workerId,
                    can.languages(),
                    can.engines().stream().sorted().map(Engine::wireName).toList(),
                    can.models(),
                    can.visionModel(),
                    translationModel,
                    slots,
                    can.visionModel() == null ? 0 : visionSlots));
            heard = true;
        } catch (IOException e) {
            if (heard) {
                LOG.warnf("nobody hears that this worker is there: %s", e.getMessage());
            }
            heard = false;
        }
        return false;
    }

    @Override
    public void close() {
        thread.interruptAndClose();
    }
}
