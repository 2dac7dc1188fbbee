package dev.pagewright.worker.vision;

import dev.pagewright.document.Engine;
import dev.pagewright.document.EngineReason;
import dev.pagewright.document.PageStep;
import dev.pagewright.event.TaskOptions;
import dev.pagewright.worker.attempt.Attempts;
import dev.pagewright.worker.attempt.StepProbe;
import dev.pagewright.worker.page.Deadline;
import dev.pagewright.worker.page.PagePicture;
import dev.pagewright.worker.page.PictureReader;
import dev.pagewright.worker.page.ReaderCapabilities;
import dev.pagewright.worker.page.Recognition;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads pages of the tier {@code vlm} with a vision endpoint where one is configured, and with the local reader alone
 * where none is or where it fails; pages of other tiers are the local reader's. Closes both.
 */
public final class VisionPictureReader implements PictureReader {

    private final PictureReader local;
    private final @Nullable VisionReading vision;
    private final StepProbe probe;

    /** @param vision null where no endpoint is configured */
    public VisionPictureReader(PictureReader local, @Nullable VisionReading vision) {
        this(local, vision, StepProbe.NONE);
    }

    /** @param probe is told of each step */
    public VisionPictureReader(PictureReader local, @Nullable VisionReading vision, StepProbe probe) {
        this.local = local;
        this.vision = vision;
        this.probe = probe;
    }

    @Override
    public Recognition read(PagePicture picture, TaskOptions options, Deadline deadline) {
        return readAgain(picture, local.read(picture, options, deadline), options, deadline);
    }

    @Override
    public Recognition readAgain(PagePicture picture, Recognition seen, TaskOptions options, Deadline deadline) {
        if (!options.tier().equals("vlm") || deadline.over()) {
            return seen;
        }
        VisionReading endpoint = vision;
        if (endpoint == null) {
            return VisionReading.with(seen, EngineReason.VLM_NOT_CONFIGURED, seen.debug());
        }
        var attempts = new Attempts(probe);
        Recognition read = attempts.at(
                PageStep.VLM,
                () -> endpoint.read(picture, seen, deadline),
                () -> VisionReading.with(seen, EngineReason.VLM_INVALID_ANSWER, seen.debug()));
        return read.with(attempts.faults());
    }

    @Override
    public ReaderCapabilities capabilities() {
        ReaderCapabilities own = local.capabilities();
        if (vision == null) {
            return own;
        }
        Set<Engine> engines = new HashSet<>(own.engines());
        engines.add(Engine.VLM);
        return new ReaderCapabilities(own.languages(), engines, own.models(), vision.modelName());
    }

    @Override
    public void close() {
        local.close();
        if (vision != null) {
            vision.close();
        }
    }
}
