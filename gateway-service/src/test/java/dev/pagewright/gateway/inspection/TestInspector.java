package dev.pagewright.gateway.inspection;

import dev.pagewright.blob.DirectoryBlobStore;
import dev.pagewright.fence.Fence;
import dev.pagewright.fence.FenceMode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** An inspector as the service has it, with a fence where this system has one. */
final class TestInspector {

    private static final Fence FENCE = Fence.of(FenceMode.IF_THERE);

    private TestInspector() {}

    static Inspector in(Path directory, InspectionSettings settings) {
        try {
            return new Inspector(settings, FENCE, new DirectoryBlobStore(directory.resolve("blobs")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ChildStart start(Path directory) {
        return new ChildStart(new TestSettings(), FENCE, directory);
    }

    static boolean fenced() {
        return FENCE.up();
    }
}
