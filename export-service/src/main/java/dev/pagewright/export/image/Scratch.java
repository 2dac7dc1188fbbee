package dev.pagewright.export.image;

import java.nio.file.Path;
import java.util.Objects;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.io.RandomAccessStreamCache.StreamCacheCreateFunction;

/** Where a document that is opened keeps what it has decoded: on the disk, for memory holds pictures. */
public final class Scratch {

    private Scratch() {}

    /** Beside a temporary file, so that it is swept with it where the process dies. */
    public static StreamCacheCreateFunction beside(Path temporary) {
        Path folder = Objects.requireNonNull(temporary.toAbsolutePath().getParent(), "a file stands in a folder");
        return MemoryUsageSetting.setupTempFileOnly().setTempDir(folder.toFile()).streamCache;
    }
}
