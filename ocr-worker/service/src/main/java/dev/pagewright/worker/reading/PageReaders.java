package dev.pagewright.worker.reading;

import dev.pagewright.worker.attempt.StepProbe;
import dev.pagewright.worker.page.PictureReader;
import dev.pagewright.worker.page.memory.HeapRoom;
import dev.pagewright.worker.page.memory.JvmHeap;
import dev.pagewright.worker.recognition.LocalPictureReader;
import dev.pagewright.worker.recognition.RecognitionSettings;
import dev.pagewright.worker.vision.VisionPictureReader;
import dev.pagewright.worker.vision.VisionReading;
import dev.pagewright.worker.vision.VisionSettings;

/** Makes page readers: the same for the service, the quarantine's child process, tests and benchmarks. */
public final class PageReaders {

    private PageReaders() {}

    /** A reader with all engines that this machine has; closing it closes them. */
    public static PageReader open(ReaderSettings settings) {
        VisionSettings endpoint = settings.vision();
        VisionReading vision = endpoint == null ? null : new VisionReading(endpoint);
        return of(new VisionPictureReader(local(settings), vision), settings);
    }

    /** A reader that recognises pictures by {@code pictures}, which it closes with itself. */
    public static PageReader of(PictureReader pictures, ReaderSettings settings) {
        return of(pictures, settings, StepProbe.NONE);
    }

    /** @param probe is told of each step */
    public static PageReader of(PictureReader pictures, ReaderSettings settings, StepProbe probe) {
        return of(pictures, settings, probe, new HeapRoom(new JvmHeap()));
    }

    /** @param room that its pages share */
    static PageReader of(PictureReader pictures, ReaderSettings settings, StepProbe probe, HeapRoom room) {
        return new DocumentPageReader(pictures, settings, probe, room);
    }

    private static PictureReader local(ReaderSettings settings) {
        return new LocalPictureReader(
                RecognitionSettings.withSystemData(settings.scratch(), settings.models(), settings.tessdata()));
    }
}
